namespace CallEventsDashboard.Formatting;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("https://app.example.test/hooks/1?token=abc&tenant=7", "https://app.example.test/hooks/1?token=(hidden)&tenant=7")]
    [InlineData("https://ada:pw@app.example.test/?x_api_key=1", "https://(hidden)@app.example.test/?x_api_key=(hidden)")]
    [InlineData("https://app.example.test/hooks", "https://app.example.test/hooks")]
    [InlineData("https://x.azurewebsites.net/api/hook?code=aBc%2F12==", "https://x.azurewebsites.net/api/hook?code=(hidden)")]
    [InlineData("https://logic.example.test/run?sp=%2Ftriggers&sv=1.0&sig=xyz", "https://logic.example.test/run?sp=%2Ftriggers&sv=1.0&sig=(hidden)")]
    [InlineData("https://maps.example.test/?key=AIza&status_code=404&zipcode=1", "https://maps.example.test/?key=(hidden)&status_code=404&zipcode=1")]
    public void Url_WithSecrets_IsShownWithoutThem(string url, string shown) => Assert.Equal(shown, SecretText.Url(url));

    [Theory]
    [InlineData("Set-Cookie", "session=1", "(hidden)")]
    [InlineData("telnyx-signature-ed25519", "abc", "(hidden)")]
    [InlineData("X-Auth", "abc", "(hidden)")]
    [InlineData("server", "nginx", "nginx")]
    [InlineData("x-note", "Bearer abcdef", "(hidden)")]
    public void Header_ThatSpeaksOfASecret_HasItsValueHidden(string name, string value, string shown) => Assert.Equal(shown, SecretText.Header(name, value));

    [Theory]
    [InlineData("""{"error":"no route","api_key":"s3cr\"et"}""", """{"error":"no route","api_key":"(hidden)"}""")]
    [InlineData("""{"accessToken": "abc", "code": 7}""", """{"accessToken": "(hidden)", "code": 7}""")]
    [InlineData("""{"password":"cut off here""", """{"password":"(hidden)""")]
    [InlineData("key KEY0123456789ABCDEF_example failed", "key (hidden) failed")]
    [InlineData("a=1&client_secret=xyz&b=2", "a=1&client_secret=(hidden)&b=2")]
    [InlineData("""{"password":1234,"tokens":["a","b"],"auth":"x","secret":{"id":7},"code":7}""", """{"password":"(hidden)","tokens":"(hidden)","auth":"(hidden)","secret":"(hidden)","code":7}""")]
    [InlineData("<r><ApiToken>abc</ApiToken><Say>Hello</Say></r>", "<r><ApiToken>(hidden)</ApiToken><Say>Hello</Say></r>")]
    [InlineData("see https://ada:pw@app.example.test/x, status code=404", "see https://(hidden)@app.example.test/x, status code=404")]
    [InlineData("""{"usage":{"prompt_tokens":812,"max_tokens":150},"secret":{"a":{"b":1},"c":2},"z":1}""", """{"usage":{"prompt_tokens":812,"max_tokens":150},"secret":"(hidden)","z":1}""")]
    [InlineData("""{"body":"{\"token\":\"abc\",\"n\":1}"}""", """{"body":"{\"token\":\"(hidden)\",\"n\":1}"}""")]
    [InlineData("<p>&quot;token&quot;:&quot;abc&quot;</p>", "<p>&quot;token&quot;:&quot;(hidden)&quot;</p>")]
    [InlineData("{'password': 'x', 'n': 1} :secret=>\"y\"", "{'password': '(hidden)', 'n': 1} :secret=>\"(hidden)\"")]
    [InlineData("X-Api-Key: abc\r\nHost: app.example.test\npassword = x", "X-Api-Key: (hidden)\r\nHost: app.example.test\npassword = (hidden)")]
    [InlineData("All good.", "All good.")]
    public void Text_OfAnyForm_IsShownWithoutSecrets(string text, string shown) => Assert.Equal(shown, SecretText.Text(text));

    [Theory]
    [InlineData("token-")]
    [InlineData("\"token\":{")]
    [InlineData("<token>")]
    public void Text_ThatKeepsAnExpressionBusy_IsShownOrHidden_ButNeverFails(string part) =>
        Assert.NotEmpty(SecretText.Text(string.Concat(Enumerable.Repeat(part, 12 * 1024 / part.Length))));
}
