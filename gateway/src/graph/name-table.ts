import { parse, visit, type DirectiveNode, type DocumentNode } from 'graphql'

/** The field names that a planner may add to a client's selections. Read once per supergraph. */
export interface NameTable {
  /** Fields that are added under their own names: keys and inputs of `@requires`, at any depth. */
  readonly hidden: ReadonlySet<string>
  /** Inputs of `@requires` with arguments: the planner may add them with other arguments than the client's. */
  readonly argued: ReadonlySet<string>
}

const FIELD_SETS = new Set(['key', 'requires'])

/** The field sets of `@join__type(key:)` and `@join__field(requires:)`. */
function fieldSetsOf({ name, arguments: given }: DirectiveNode): { kind: string; set: DocumentNode }[] {
  if (!name.value.startsWith('join__')) return []
  return (given ?? []).flatMap(({ name: { value: kind }, value }) =>
    FIELD_SETS.has(kind) && value.kind === 'StringValue'
      ? [{ kind, set: parse(`{${value.value}}`, { noLocation: true }) }]
      : [],
  )
}

/** Reads the table from a supergraph's SDL, elements that are `@inaccessible` and all. Throws on bad syntax. */
export function readNameTable(supergraphSdl: string): NameTable {
  const hidden = new Set<string>()
  const required = new Set<string>()
  const withArguments = new Set<string>()
  visit(parse(supergraphSdl, { noLocation: true }), {
    FieldDefinition({ name, arguments: accepted }) {
      if (accepted?.length) withArguments.add(name.value)
    },
    Directive(directive) {
      for (const { kind, set } of fieldSetsOf(directive))
        visit(set, {
          Field({ name }) {
            hidden.add(name.value)
            if (kind === 'requires') required.add(name.value)
          },
        })
    },
  })
  return { hidden, argued: new Set([...required].filter((name) => withArguments.has(name))) }
}
