using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace CallEventsDashboard.ApiKeys;

/// <summary>Nothing that a log, a page or a serializer could take from these types by accident holds a key.</summary>
public sealed class RedactionTests
{
    private const string Secret = "KEY0123456789ABCDEF_example7f3a";

    [Fact]
    public async Task EveryPublicValue_PrintedOrSerialized_HidesTheKey()
    {
        var tabs = new KeyTabs();
        var tab = await tabs.OpenLoadedAsync();
        await tab.SaveAsync("Production", Secret);
        tabs.Browser.IsFull = true;
        var problem = await tab.SaveAsync("Other", Secret);
        object?[] values = [tab, tab.Keys, tab.Active, tab.ActiveAccount, tab.ActiveAccount?.Key, problem, tab.Notice];

        Assert.All(values, value =>
        {
            Assert.DoesNotContain(Secret, Text(value), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, JsonSerializer.Serialize(value), StringComparison.Ordinal);
        });
        Assert.Empty(tabs.Log.Lines);
    }

    [Fact]
    public async Task PrivateState_PrintedFieldByField_HidesTheKey()
    {
        var tab = await new KeyTabs().OpenLoadedAsync();
        await tab.SaveAsync("Production", Secret);

        foreach (var field in typeof(ApiKeyStore).GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
            Assert.DoesNotContain(Secret, Text(field.GetValue(tab)), StringComparison.Ordinal);
    }

    private static string Text(object? value)
        => value is IEnumerable items and not string ? string.Join(' ', items.Cast<object?>().Select(Text)) : $"{value}";
}
