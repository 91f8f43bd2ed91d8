using System.Text;
using CsCheck;

namespace CallEventsDashboard.Telnyx;

public sealed class CallEventsClientFuzzTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        $$"""{"meta":{"total_results":2},"data":[{{SampleRecords.DocumentedWebhook}},{{SampleRecords.FieldWebhook}}]}""");

    private static readonly Gen<byte[]> Damaged = Gen.Select(Gen.Int[0, Page.Length], Gen.Select(Gen.Int[0, Page.Length - 1], Gen.Byte).Array[0, 4]).Select((length, bytes) =>
    {
        var body = Page.ToArray();
        foreach (var (index, value) in bytes)
            body[index] = value;
        return bytes.Length == 0 ? body[..length] : body;
    });

    [Theory]
    [InlineData(200)]
    [InlineData(422)]
    [InlineData(429)]
    public async Task ListAsync_DamagedBody_IsAPageOrATelnyxException(int status) => await Damaged.SampleAsync(async body =>
    {
        using var fixture = new ClientFixture(new CallEventsClientOptions { MaxAttempts = 1 }, (_, _) =>
            Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new ByteArrayContent(body) }));

        // Anything else that is thrown fails the property.
        try
        {
            Assert.InRange((await fixture.ListAsync()).Events.Count, 0, 2);
        }
        catch (TelnyxException failure)
        {
            Assert.Equal(status == 200, failure.Error == TelnyxError.Unreadable);
        }
    }, iter: 2_000);
}
