using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>
/// The form cookie of <c>Anonymous</c>, the one mode that plain http may serve: browsers take a cookie that is bound to its host only over https, so
/// its name depends on how each request came.
/// </summary>
internal sealed class AntiforgeryCookie(IHttpContextAccessor requests) : CookieBuilder, IConfigureOptions<AntiforgeryOptions>
{
    public const string PlainName = "callevents.form";

    public override string? Name
    {
        get => requests.HttpContext is { Request.IsHttps: true } ? SignInCookie.FormName : PlainName;
        set => throw new NotSupportedException("The request decides.");
    }

    public void Configure(AntiforgeryOptions options)
    {
        (Path, HttpOnly, IsEssential) = ("/", true, true);
        (SameSite, SecurePolicy) = (SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest);
        options.Cookie = this;
    }
}
