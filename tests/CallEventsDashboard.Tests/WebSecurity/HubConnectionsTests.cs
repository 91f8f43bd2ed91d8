using CallEventsDashboard.Configuration;
using CsCheck;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.WebSecurity;

public sealed class HubConnectionsTests
{
    private static readonly HubCaller Ada = new("ada", "192.0.2.1");

    private readonly SimulatedTime _time = new();

    [Fact]
    public void Connections_AnyOrderOfComingAndGoing_AreNeverMoreThanEachLimit()
        => Gen.Select(AnyOf("ada", "bob", null), AnyOf("192.0.2.1", "192.0.2.2", "20010db800000001/64"), AnyOf("", "a", "b", "c", "d"), Gen.Bool).List[0, 80].Sample(steps =>
        {
            var connections = New(circuits: 1, perAddress: 20, total: 24);
            var open = new List<(string Id, HubCaller Caller)>();
            foreach (var (person, address, id, comes) in steps)
            {
                if (comes)
                {
                    if (connections.TryBegin(id!, new HubCaller(person, address!)))
                        open.Add((id!, new HubCaller(person, address!)));
                }
                else if (open.Count > 0)
                {
                    var (ended, caller) = open[^1];
                    open.RemoveAt(open.Count - 1);
                    connections.End(ended, caller, isOver: open.All(other => other.Id != ended));
                }

                Assert.InRange(connections.Count, 0, 24);
                Assert.Equal(open.Count(one => one.Id.Length == 0) + open.Where(one => one.Id.Length > 0).Select(one => one.Id).Distinct().Count(), connections.Count);
            }
        });

    [Fact]
    public void Person_HasTwoForEachTab_AndSomeToBeToldByThatItIsOneTooMany()
    {
        var connections = New(circuits: 10, perAddress: 1000, total: 2000);

        Assert.Equal(40, Enumerable.Range(0, 100).Count(i => connections.TryBegin("", Ada with { Address = $"192.0.2.{i}" })));
        Assert.True(connections.TryBegin("", new("bob", "192.0.2.1")));
    }

    [Fact]
    public void Address_BeyondItsLimit_IsRefusedWhoeverAsks_AndOthersAreNot()
    {
        var connections = New(circuits: null, perAddress: 3, total: 100);

        Assert.Equal(3, Enumerable.Range(0, 10).Count(_ => connections.TryBegin("", new(null, "192.0.2.1"))));
        Assert.True(connections.TryBegin("", new(null, "192.0.2.2")));
    }

    [Fact]
    public void Connections_BeyondTheTotal_AreRefused_UntilOneEnds()
    {
        var connections = New(circuits: null, perAddress: 100, total: 2);

        Assert.True(connections.TryBegin("", new(null, "192.0.2.1")));
        Assert.True(connections.TryBegin("", new(null, "192.0.2.2")));
        Assert.False(connections.TryBegin("", new(null, "192.0.2.3")));
        connections.End("", new(null, "192.0.2.2"), isOver: true);
        Assert.True(connections.TryBegin("", new(null, "192.0.2.3")));
    }

    [Fact]
    public void PollingConnection_KeepsItsPlaceBetweenItsRequests_AndLosesItWhenNoneComes()
    {
        var connections = New(circuits: null, perAddress: 100, total: 1);
        Assert.True(connections.TryBegin("a", Ada));
        connections.End("a", Ada, isOver: false);

        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(connections.TryBegin("b", Ada));
        Assert.True(connections.TryBegin("a", Ada));
        connections.End("a", Ada, isOver: false);

        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.True(connections.TryBegin("b", Ada));
    }

    private static Gen<string?> AnyOf(params string?[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private HubConnections New(int? circuits, int perAddress, int total) =>
        new(Options.Create(new LimitOptions { CircuitsPerUser = circuits, ConnectionsPerAddress = perAddress, Connections = total }), _time);
}
