/** One thing that is sent for one argument, and what came of it. */
import {
  createSourceEventStream,
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  type ExecutionResult,
  type GraphQLError,
  type OperationTypeNode,
} from 'graphql'
import { createDocuments } from '../documents.ts'
import { isBug } from '../errors.ts'
import { inputChecker } from '../input/check-operation.ts'
import { ask } from './ask.ts'
import { within, type Field, type Place } from './places.ts'
import type { Sample } from './sample.ts'

export interface Root extends Place {
  readonly operation: `${OperationTypeNode}`
}

type Args = Readonly<Record<string, unknown>>

export interface Case {
  readonly root: Root
  readonly field: Field
  readonly args: Args
  /** Where the arguments are not each a variable of its own: the document, whose variables `args` are. */
  readonly document?: string
  readonly is: string
  /** Which argument the refusal has to name; null where it has to be answered, undefined where anything but a bug will do. */
  readonly refusedFor?: string | null | undefined
}

/** The selection on the field's value: of a list a whole row, of a command its outcome. */
export function selectionOf({ type }: Field): string {
  const named = getNamedType(type)
  if (!isCompositeType(named)) return ''
  if (isUnionType(named) && named.getTypes().some(({ name }) => name === 'StaleVersion'))
    return '{ __typename ... on StaleVersion { currentVersion } }'
  const isConnection = isObjectType(named) && 'edges' in named.getFields()
  return isConnection ? '{ edges { cursor node { __typename } } pageInfo { endCursor } }' : '{ __typename }'
}

type Question = Pick<Case, 'root' | 'field' | 'args' | 'document'>

export function documentOf(
  { root, field, args, document }: Question,
  selection = selectionOf(field),
): string {
  if (document !== undefined) return document
  const given = field.args.filter(({ name }) => name in args)
  const inBrackets = (parts: readonly string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '')
  const variables = inBrackets(given.map(({ name, type }) => `$${name}: ${String(type)}`))
  const values = inBrackets(given.map(({ name }) => `${name}: $${name}`))
  return `${root.operation} ${variables} ${within(root.path, `${field.name}${values} ${selection}`)}`
}

async function listen(
  { schema, actor, now }: Sample,
  { query, variables }: { query: string; variables: Args },
) {
  const prepared = createDocuments(schema)(query)
  if ('errors' in prepared) throw prepared.errors[0]
  const { document } = prepared
  const fault = inputChecker(schema)({ document, variables })
  if (fault) return { errors: [fault] }
  const contextValue = { actor, now }
  const stream = await createSourceEventStream({ schema, document, contextValue, variableValues: variables })
  if (!(Symbol.asyncIterator in stream)) return stream
  await stream[Symbol.asyncIterator]().return?.()
  return {}
}

/** The same command, for the version that there is by now. */
function renewed({ field, args }: Case, { data }: ExecutionResult): Args | null {
  const { currentVersion } = (data?.[field.name] ?? {}) as { currentVersion?: number }
  const input = args['input'] as Args | null | undefined
  if (currentVersion === undefined || input?.['expectedVersion'] !== 1) return null
  return { ...args, input: { ...input, expectedVersion: currentVersion } }
}

/** The errors of what was answered; a command on what has changed is given once more, so that it gets further. */
async function send(sample: Sample, each: Case): Promise<readonly GraphQLError[]> {
  const sent = { query: documentOf(each), variables: { ...each.args } }
  const isStream = each.root.operation === 'subscription'
  const result = await (isStream ? listen(sample, sent) : ask(sample.schema, { ...sample, ...sent }))
  const again = renewed(each, result)
  return again ? send(sample, { ...each, args: again }) : (result.errors ?? [])
}

/** What went otherwise than it should, or null. */
export async function faultOf(sample: Sample, each: Case): Promise<string | null> {
  const { is, root, field, refusedFor } = each
  const errors = await send(sample, each)
  const line = (what: string) => `${root.type.name}.${field.name}: ${is}: ${what}`
  const bug = errors.find(isBug)
  if (bug) return line(bug.message.trim().split('\n').at(-1)?.slice(0, 200) ?? '')
  if (refusedFor === undefined) return null
  if (refusedFor === null) return errors[0] ? line(errors[0].message) : null
  const { code, argument } = errors[0]?.extensions ?? {}
  if (code === 'BAD_USER_INPUT' && argument === refusedFor) return null
  return line(errors[0] ? `refused by ${String(code)} for ${String(argument)}` : 'taken')
}
