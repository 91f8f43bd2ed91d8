using System.Net;

namespace CallEventsDashboard.WebSecurity;

public sealed class VisitorAddressTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.2", false)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData("fe80::1%1", "fe80::2%2", true)]
    public void Addresses_OfOneSubscriber_HaveOneName(string one, string other, bool isSame)
        => Assert.Equal(isSame, VisitorAddress.Name(IPAddress.Parse(one)) == VisitorAddress.Name(IPAddress.Parse(other)));

    [Fact]
    public void Address_ThatIsNone_HasTheEmptyName() => Assert.Equal("", VisitorAddress.Name(null));
}
