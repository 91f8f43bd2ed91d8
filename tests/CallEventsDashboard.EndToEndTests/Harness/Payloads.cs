using System.Net;
using System.Text.Json;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>Texts that run a script, or load something, wherever a page takes them for markup or for an address.</summary>
internal static class Payloads
{
    private const string Run = "xss(1)";

    private static readonly string[] Vectors =
    [
        $"<script>{Run}</script>", $"<img src=x onerror={Run}>", $"<svg onload={Run}>", $"<svg><script>{Run}</script></svg>", $"<iframe srcdoc='<script>parent.{Run}</script>'></iframe>",
        $"<iframe src='javascript:parent.{Run}'></iframe>", $"<body onload={Run}>", $"<details open ontoggle={Run}>", $"<input autofocus onfocus={Run}>",
        $"<a href='javascript:{Run}'>x</a>", $"<math><mtext><img src=x onerror={Run}></mtext></math>", "<style>@import 'http://elsewhere.invalid/x.css'; * { display: none }</style>",
        "<link rel=stylesheet href=//elsewhere.invalid/x.css>", "<base href=//elsewhere.invalid/>", $"<meta http-equiv=refresh content='0;url=javascript:{Run}'>",
        $"<object data='javascript:{Run}'></object>", "<embed src=//elsewhere.invalid/x.swf>", $"<form action='javascript:{Run}'><button autofocus>", $"<video><source onerror={Run}></video>",
        $"<template shadowrootmode=open><img src=x onerror={Run}></template>", $"<x onpointerenter={Run} style='position:fixed;inset:0'>", $"\" onmouseover={Run} autofocus onfocus={Run} x=\"",
        $"javascript:{Run}//\"", $"data:text/html,<script>parent.{Run}</script>", "<!--Blazor:{\"type\":\"server\",\"sequence\":0,\"descriptor\":\"x\"}-->",
    ];

    private static readonly string[] Exits = ["", "\">", "'>", "</script>", "</style>", "</title>", "</textarea>", "-->", "]]>", "</pre></span>"];

    /// <summary>Five hundred, no two alike.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. from vector in Vectors from exit in Exits select exit + vector,
        .. from vector in Vectors from exit in Exits select WebUtility.HtmlEncode(exit) + (exit.Length % 2 == 0 ? WebUtility.HtmlEncode(vector) : vector.ToUpperInvariant().Replace("XSS", "xss", StringComparison.Ordinal)),
    ];

    /// <summary>Writes them where the Sandbox program can read them.</summary>
    public static string Save()
    {
        var file = Path.Combine(Path.GetTempPath(), "call-events-payloads.json");
        File.WriteAllText(file, JsonSerializer.Serialize(All));
        return file;
    }
}
