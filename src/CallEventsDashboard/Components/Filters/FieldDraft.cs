using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>A field of the form: the values that are wanted of a filter and those that are excluded, of which one side is seen at a time.</summary>
public sealed class FieldDraft
{
    private readonly ValueDraft _wanted;
    private readonly ValueDraft _excluded;

    /// <param name="show">Gives a value as it may be seen.</param>
    public FieldDraft(FilterCondition condition, Func<string, string> show)
    {
        Parameter = condition.Parameter;
        _wanted = new(Parameter, condition.AnyOf, condition.NoneOf, show);
        _excluded = new(Parameter, condition.NoneOf, condition.AnyOf, show);
        Excludes = condition is { AnyOf.Count: 0, NoneOf.Count: > 0 };
    }

    public FilterParameter Parameter { get; }

    /// <summary>Whether the side that excludes is seen.</summary>
    public bool Excludes { get; set; }

    public string Text => Seen.Text;

    public string? Error => Seen.Error;

    /// <summary>Whether the side that is not seen has something in it.</summary>
    public bool HidesText => Other.Text.Length > 0;

    public bool HasErrors => _wanted.Error is not null || _excluded.Error is not null;

    /// <summary>Whether only the dashboard can apply what is typed.</summary>
    public bool IsFilteredHere => _wanted.Values.Count > 1 || _excluded.Values.Count > 0;

    /// <summary>The value that Telnyx would be asked for; null for none.</summary>
    public string? SentValue => _wanted.Values is [var one] ? one : null;

    /// <summary>Takes what was typed. Behind an exclamation mark it is excluded, in the place of what was wanted; the mark alone shows the side that excludes.</summary>
    public void Type(string? text)
    {
        if (text?.Trim() is not ['!', .. var excluded])
        {
            Seen.Type(text);
            return;
        }

        Excludes = true;
        if (excluded.Length == 0)
            return;
        _wanted.Type("");
        _excluded.Type(excluded);
    }

    public void Clear()
    {
        _wanted.Type("");
        _excluded.Type("");
        Excludes = false;
    }

    /// <summary>What can be used of both sides. Shows the side that can't be used.</summary>
    public FilterCondition Read()
    {
        // What is excluded is read again each time: what stood against it may be gone.
        _excluded.Type(_excluded.Text);
        if (_excluded.Error is null && _wanted.Error is null && _excluded.Values.Intersect(_wanted.Values, StringComparer.Ordinal).Any())
            _excluded.Refuse("The same value is asked for: remove it there or here.");
        if (HasErrors)
            Excludes = Excludes ? _excluded.Error is not null : _wanted.Error is null;
        return new(Parameter, _wanted.Values, _excluded.Values);
    }

    private ValueDraft Seen => Excludes ? _excluded : _wanted;

    private ValueDraft Other => Excludes ? _wanted : _excluded;
}
