namespace CallEventsDashboard.Components.Keyboard;

/// <summary>Where a key works. None does while a dialog or a menu is open.</summary>
public enum KeyPlace
{
    /// <summary>Anywhere on the page but in a field.</summary>
    Page,

    /// <summary>With the focus in a list, or on nothing.</summary>
    Grid,

    /// <summary>On the row that has the focus.</summary>
    Row,

    /// <summary>Anywhere on the page, in its fields too.</summary>
    Anywhere,

    /// <summary>Where the script of its own part of the page says.</summary>
    Own,
}
