using System.Text;

namespace CallEventsDashboard.Conventions;

/// <summary>The direction is only as well guarded as these references are complete.</summary>
public sealed class TypeReferencesTests
{
    [Theory]
    [InlineData(typeof(Uri))]
    [InlineData(typeof(StringBuilder))]
    [InlineData(typeof(Version))]
    [InlineData(typeof(TimeZoneInfo))]
    [InlineData(typeof(InvalidTimeZoneException))]
    public void Of_FindsWhatDeclarationsAndBodiesUse(Type used) => Assert.Contains(used, TypeReferences.Of(typeof(Example)));

    private sealed class Example
    {
        public static IReadOnlyList<Uri[]> Property => [];

        public static int Body(object value)
        {
            try
            {
                return value is Version ? new StringBuilder().Length : TimeZoneInfo.Utc.Id.Length;
            }
            catch (InvalidTimeZoneException)
            {
                return 0;
            }
        }
    }
}
