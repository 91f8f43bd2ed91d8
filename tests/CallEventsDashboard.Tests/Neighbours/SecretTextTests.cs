using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("https://app.example.test/hooks/1?token=abc&tenant=7", "https://app.example.test/hooks/1?token=(hidden)&tenant=7")]
    [InlineData("https://ada:pw@app.example.test/?x_api_key=1", "https://(hidden)@app.example.test/?x_api_key=(hidden)")]
    [InlineData("https://app.example.test/hooks", "https://app.example.test/hooks")]
    public void Url_WithSecrets_IsShownWithoutThem(string url, string shown) => Assert.Equal(shown, SecretText.Url(url));

    [Theory]
    [InlineData("Set-Cookie", "session=1", "(hidden)")]
    [InlineData("telnyx-signature-ed25519", "abc", "(hidden)")]
    [InlineData("X-Auth", "abc", "(hidden)")]
    [InlineData("server", "nginx", "nginx")]
    [InlineData("x-note", "Bearer abcdef", "(hidden)")]
    public void Header_ThatSpeaksOfASecret_HasItsValueHidden(string name, string value, string shown) => Assert.Equal(shown, SecretText.Header(new HttpHeader(name, value)));

    [Theory]
    [InlineData("""{"error":"no route","api_key":"s3cr\"et"}""", """{"error":"no route","api_key":"(hidden)"}""")]
    [InlineData("""{"accessToken": "abc", "code": 7}""", """{"accessToken": "(hidden)", "code": 7}""")]
    [InlineData("""{"password":"cut off here""", """{"password":"(hidden)""")]
    [InlineData("key KEY0123456789ABCDEF_example failed", "key (hidden) failed")]
    [InlineData("a=1&client_secret=xyz&b=2", "a=1&client_secret=(hidden)&b=2")]
    [InlineData("All good.", "All good.")]
    public void Text_OfAnyForm_IsShownWithoutSecrets(string text, string shown) => Assert.Equal(shown, SecretText.Text(text));
}
