using Microsoft.AspNetCore.Mvc;

namespace CallEventsDashboard.Authentication;

/// <summary>The parameters of <see cref="SignInPaths.SignIn"/>.</summary>
/// <param name="ReturnUrl">Where to go on to; only what is local is followed.</param>
/// <param name="Account"><c>other</c> lets the person choose another account than the one that the provider knows.</param>
/// <param name="Again"><c>true</c> where an attempt takes the place of one that failed.</param>
internal readonly record struct SignInQuery(
    [FromQuery(Name = SignInPaths.ReturnUrl)] string? ReturnUrl,
    [FromQuery(Name = "account")] string? Account,
    [FromQuery(Name = SignInPaths.Again)] string? Again);
