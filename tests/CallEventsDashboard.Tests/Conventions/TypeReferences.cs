using System.Reflection;
using System.Reflection.Emit;

namespace CallEventsDashboard.Conventions;

/// <summary>Which types a type's source text uses: in its declarations, and in the bodies of its methods.</summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    public static HashSet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(type.BaseType, used);
        AddAll(type.GetInterfaces(), used);
        AddAll(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType), used);
        foreach (var member in type.GetMembers(Declared))
            AddMember(member, used);
        foreach (var method in type.GetMembers(Declared).OfType<MethodBase>())
            AddBody(method, used);
        return used;
    }

    private static void AddMember(MemberInfo? member, HashSet<Type> used)
    {
        if (member is null)
            return;
        Add(member as Type ?? member.DeclaringType, used);
        switch (member)
        {
            case FieldInfo field:
                Add(field.FieldType, used);
                break;
            case PropertyInfo property:
                Add(property.PropertyType, used);
                AddAll(property.GetCustomAttributesData().Select(attribute => attribute.AttributeType), used);
                break;
            case MethodBase method:
                Add((method as MethodInfo)?.ReturnType, used);
                AddAll(method.GetParameters().Select(parameter => parameter.ParameterType), used);
                if (method.IsGenericMethod)
                    AddAll(method.GetGenericArguments(), used);
                break;
        }
    }

    private static void AddBody(MethodBase method, HashSet<Type> used)
    {
        if (method.GetMethodBody() is not { } body)
            return;
        AddAll(body.LocalVariables.Select(local => local.LocalType), used);
        AddAll(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType), used);
        var typeArguments = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(body.GetILAsByteArray() ?? []))
            AddMember(method.Module.ResolveMember(token, typeArguments, methodArguments), used);
    }

    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            ushort value = il[at++];
            if (value == 0xFE)
                value = (ushort)(0xFE00 | il[at++]);
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(il, at);
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    private static void AddAll(IEnumerable<Type?> types, HashSet<Type> used)
    {
        foreach (var type in types)
            Add(type, used);
    }

    private static void Add(Type? type, HashSet<Type> used)
    {
        if (type is null || type.IsGenericParameter)
            return;
        if (type.HasElementType)
            Add(type.GetElementType(), used);
        else if (used.Add(type) && type.IsGenericType)
            AddAll(type.GetGenericArguments(), used);
    }
}
