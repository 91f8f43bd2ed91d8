using Microsoft.IdentityModel.Tokens;

namespace CallEventsDashboard.Authentication;

/// <summary>The algorithms by which a provider may sign tokens: with a key that only the provider has. Named, so that no token can choose another.</summary>
internal static class SigningAlgorithms
{
    public static readonly string[] All =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];
}
