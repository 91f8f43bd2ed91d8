namespace CallEventsDashboard.Formatting;

/// <summary>A run of text that is drawn in one way.</summary>
/// <param name="IsEscape">Stands for a character that can't be seen or that reorders its neighbours: <c>\u202e</c>.</param>
/// <param name="IsMatch">Part of what is searched for.</param>
public readonly record struct TextRun(string Text, bool IsEscape, bool IsMatch);
