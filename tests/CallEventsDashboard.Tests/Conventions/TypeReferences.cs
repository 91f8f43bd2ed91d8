using System.Reflection;

namespace CallEventsDashboard.Conventions;

/// <summary>Which types a type's source text uses: in its declarations, and in the bodies of its methods.</summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

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
        foreach (var instruction in Instruction.Of(method))
            AddMember(instruction.Member, used);
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
