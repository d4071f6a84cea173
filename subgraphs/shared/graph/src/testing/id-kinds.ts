/** What the ids in a graph's inputs name. An id says it by its own name, so that nobody has to mark it. */
import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLSchema,
} from 'graphql'

/**
 * Ids of what is chosen: whoever gives one is held to whom and what they may choose. All others name what somebody has
 * at hand, which the one who may not see it does not find.
 */
const CHOSEN = {
  Person: ['person', 'trainee', 'leader', 'deputy', 'delegate', 'signer', 'approver'],
  Place: ['unit', 'enterprise', 'region'],
  Plan: ['planTemplate', 'track'],
} as const
export type ChosenKind = keyof typeof CHOSEN

const AT_HAND = [
  ...['activity', 'goal', 'assignedPlan', 'attachment', 'upload', 'delegation'],
  ...['conversation', 'group', 'meeting', 'entry', 'template', 'servicePeriod'],
  ...['relation', 'deputyship', 'grant', 'goalDefinition', 'activityDefinition', 'proposal', 'opening'],
]

/** `presentTraineeIds` names persons. Null: an id of which nothing is known. */
export function kindOf(name: string): ChosenKind | 'AtHand' | null {
  const word = name.replace(/(Id|Code)s?$/, '')
  const isOf = (known: string) => word === known || word.endsWith(known[0]?.toUpperCase() + known.slice(1))
  if (name === 'id') return 'AtHand'
  // The longest word wins: a `planTemplateId` is no `templateId`.
  const all = [
    ...Object.entries(CHOSEN).flatMap(([kind, words]) =>
      words.map((known) => ({ kind: kind as ChosenKind, known })),
    ),
    ...AT_HAND.map((known) => ({ kind: 'AtHand' as const, known })),
  ].filter(({ known }) => isOf(known))
  return all.toSorted((a, b) => b.known.length - a.known.length)[0]?.kind ?? null
}

export interface IdInput {
  /** `Query.unit(id)`, `AddDelegateInput.delegateId`. */
  readonly coordinate: string
  readonly kind: ReturnType<typeof kindOf>
}

type Input = Pick<GraphQLArgument, 'name' | 'type'>

/** Also one that is no `ID`: a text that is called so. */
export const isIdentifier = ({ name, type }: Input): boolean =>
  getNamedType(type).name === 'ID' || /(^id|Id|Code)s?$/.test(name)

/** Every id that the graph takes, in arguments and in input types. */
export function idInputs(schema: GraphQLSchema): readonly IdInput[] {
  const found: IdInput[] = []
  const add = (coordinate: string, input: Input) =>
    isIdentifier(input) && found.push({ coordinate, kind: kindOf(input.name) })
  for (const type of Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))) {
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, field)
    if (isObjectType(type))
      for (const field of Object.values(type.getFields()))
        for (const argument of field.args) add(`${type.name}.${field.name}(${argument.name})`, argument)
  }
  return found
}

/** Where a mutation takes somebody or something chosen: `addDelegate.delegateId`, `editPeriod.details.enterpriseId`. */
export function choices(schema: GraphQLSchema): readonly string[] {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
  return mutations.flatMap(({ name, args }) => args.flatMap((argument) => below(argument, name))).toSorted()
}

function below(input: Input, path: string): string[] {
  const type = getNamedType(input.type)
  // The one argument of a mutation is `input`: its name says nothing.
  const own = input.name === 'input' ? path : `${path}.${input.name}`
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => below(field, own))
  const kind = isIdentifier(input) ? kindOf(input.name) : null
  return kind === null || kind === 'AtHand' ? [] : [own]
}
