using System.Linq.Expressions;
using Bunit;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Insights;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Insights;

/// <summary>A value that has a stand-in while it is masked is not in a link either.</summary>
public sealed class MaskedTablesTests : DashboardContext
{
    private const string Connection = "1494404757140276705";
    private static readonly ApiKey Key = ApiKey.TryParse("KEY_TEST")!;

    private DateTimeOffset Now => Time.GetUtcNow();

    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 2)]
    public void Causes_ThatTelnyxDoesNotHave_AreNotLinkedWhileMasked(bool isMasked, int links)
    {
        var table = Show<HangupCauses>(isMasked, it => it.Key, new InsightStatus
        {
            Counts = Counts(),
            AppliedBy = new Dictionary<string, AppliedBy>(),
            HangupsRead = Whole(2),
            Hangups = [Hangup("user_busy", Connection), Hangup("zoe_left", Connection)],
        });

        // Each has a link for all connections, and one for its own.
        AssertLinks(table, isMasked, links);
    }

    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 3)]
    public void Connections_ThatAreNoIds_AreNotLinkedWhileMasked(bool isMasked, int links)
    {
        var table = Show<HangupCauses>(isMasked, it => it.Key, new InsightStatus
        {
            Counts = Counts(),
            AppliedBy = new Dictionary<string, AppliedBy>(),
            HangupsRead = Whole(2),
            Hangups = [Hangup("user_busy", Connection), Hangup("normal_clearing", "zoe trunk")],
        });

        AssertLinks(table, isMasked, links);
    }

    [Theory]
    [InlineData(false, 6)]
    [InlineData(true, 4)]
    public void FailedWebhooks_OfValuesThatHaveStandIns_AreNotLinkedWhileMasked(bool isMasked, int links)
    {
        var table = Show<FailedDeliveryTables>(isMasked, it => it.Key, new InsightStatus
        {
            Counts = Counts().Where(pair => !Measure.FailedWebhooksByProduct.Contains(pair.Key)).Concat(Measure.FailedWebhooksByProduct.Select(measure => KeyValuePair.Create(measure, new MeasureCount(MeasureState.NotCounted)))).ToDictionary(),
            AppliedBy = new Dictionary<string, AppliedBy>(),
            FailedWebhooksRead = Whole(6),
            FailedWebhooks =
            [
                new TalliedValue(null, "hooks.example.com", 2, "\"delivered_to\":\"https://hooks.example.com/"),
                new TalliedValue(FilterCatalogue.EventName, "call.answered", 2, null),
                new TalliedValue(FilterCatalogue.EventName, "zoe.answered", 2, null),
                new TalliedValue(FilterCatalogue.EventName, "call.hangup", 2, null),
                new TalliedValue(FilterCatalogue.ConnectionId, Connection, 2, null),
                new TalliedValue(FilterCatalogue.ConnectionId, "zoe trunk", 2, null),
            ],
        });

        AssertLinks(table, isMasked, links);
    }

    private static void AssertLinks(IRenderedComponent<IComponent> table, bool isMasked, int links)
    {
        Assert.Equal(links, table.FindAll("a").Count);
        Assert.Equal(!isMasked, table.Markup.Contains("zoe", StringComparison.OrdinalIgnoreCase));
    }

    private IRenderedComponent<T> Show<T>(bool isMasked, Expression<Func<T, ApiKey>> key, InsightStatus status)
        where T : IComponent
    {
        Services.GetRequiredService<PrivacyMode>().Set(isMasked);
        return Render<T>(parameters => parameters.Add(key, Key).AddCascadingValue(status).AddCascadingValue(CallEventQuery.Default));
    }

    private Dictionary<Measure, MeasureCount> Counts() => Measure.All.ToDictionary(measure => measure, measure => new MeasureCount(MeasureState.Counted, 2, measure.In(CallEventQuery.Default), Now));

    private RowsRead Whole(int rows) => new(rows, rows, IsWhole: true, IsIgnored: false, NextRequests: 0, NextRows: 0, IsMost: false, Now);

    private static HangupCount Hangup(string cause, string connection) => new(cause, connection, "call.hangup", IsFailure: cause == "user_busy", 1, $"\"hangup_cause\":\"{cause}\"");
}
