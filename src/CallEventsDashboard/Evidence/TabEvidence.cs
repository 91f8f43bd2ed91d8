using System.Security.Cryptography;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Evidence;

/// <summary>The evidence file that is open in one tab: it stays while another page is looked at. One per circuit; used on its own turn only.</summary>
public sealed class TabEvidence
{
    private const int SecretBytes = 32;

    /// <summary>Null while no file is open.</summary>
    public SessionEvidence? Current { get; private set; }

    /// <summary>What stand-ins are made with in privacy mode, as the key is not known that the events were read with. It is random, and sent nowhere.</summary>
    public ApiKey StandIns { get; } = ApiKey.TryParse(Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes)))!;

    public void Open(SessionEvidence evidence) => Current = evidence;

    public void Close() => Current = null;
}
