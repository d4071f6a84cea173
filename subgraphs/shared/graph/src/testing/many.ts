/** Commands on many rows (B01), each given rows of what cannot be an id: none is another sent twice. */
import { getNamedType, isInputObjectType, isObjectType, isUnionType, type GraphQLSchema } from 'graphql'
import { NO_ID } from '../ids.ts'
import { ask } from './ask.ts'
import { called, type Field } from './places.ts'
import { filled } from './plausible.ts'
import type { Sample } from './sample.ts'
import type { Walked } from './walked.ts'

const takesRows = ({ args }: Field) =>
  args.some(({ type }) => {
    const input = getNamedType(type)
    const rows = isInputObjectType(input) && input.getFields()['rows']
    return rows && getNamedType(rows.type).name === 'VersionedId'
  })

const manyIn = (schema: GraphQLSchema): readonly Field[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).filter(takesRows)

const ROWS = ['abc', 'def', 'abc'].map((id) => ({ id, expectedVersion: 1 }))
const ANSWERED = JSON.stringify(ROWS.map(() => ({ id: NO_ID, outcome: { __typename: 'NotFound' } })))

/** What the command says of each row. */
function selectionOf({ type }: Field): string {
  const result = getNamedType(type)
  const success =
    isUnionType(result) && result.getTypes().find((each) => isObjectType(each) && 'rows' in each.getFields())
  return `{ __typename ... on ${success ? success.name : ''} { rows { id outcome { __typename } } } }`
}

export async function eachOnMany(sample: Sample): Promise<Walked> {
  const faults: string[] = []
  const fields = manyIn(sample.schema)
  for (const field of fields) {
    const args = filled(sample, `Mutation.${field.name}`, field.args)
    const given = { input: { ...(args['input'] as object), rows: ROWS } }
    const query = `mutation { ${called(field, given)} ${selectionOf(field)} }`
    const { data, errors } = await ask(sample.schema, { ...sample, query })
    const answer = data?.[field.name] as { readonly rows?: unknown } | null | undefined
    if (JSON.stringify(answer?.rows) !== ANSWERED)
      faults.push(`${field.name}: ${JSON.stringify(answer ?? errors)}`)
  }
  return { cases: fields.length, faults }
}
