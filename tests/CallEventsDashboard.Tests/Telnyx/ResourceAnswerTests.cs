using System.Text;

namespace CallEventsDashboard.Telnyx;

public sealed class ResourceAnswerTests
{
    /// <summary>What is no record is not counted as one.</summary>
    [Theory]
    [InlineData("""{"data":[{"id":1},{"id":2}]}""", 2)]
    [InlineData("""{"data":[]}""", 0)]
    [InlineData("""{"data":{"id":1}}""", 1)]
    [InlineData("""{"data":null}""", 0)]
    [InlineData("""{"data":"none"}""", 0)]
    [InlineData("""{"data":7}""", 0)]
    [InlineData("""{"root":{"id":1}}""", 1)]
    public void Records_AreThoseOfTheData_OrTheAnswerItself(string body, int records) =>
        Assert.Equal(records, ResourceAnswer.Read(Encoding.UTF8.GetBytes(body), default).Records.Count);
}
