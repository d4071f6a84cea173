/** What means the same wherever it has the same name: described here once, unless its author says more. */
import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type SchemaTypes,
} from '@pothos/core'

type Words = Readonly<Record<string, string>>

const ARGUMENTS: Words = {
  first:
    'At most so many, from the beginning or behind `after`. Not with `last`; without either, a page of the list’s own length.',
  after: 'The `cursor` of the edge behind which the page begins.',
  last: 'At most so many, from the end or in front of `before`. Not with `first`.',
  before: 'The `cursor` of the edge in front of which the page ends.',
  filter: 'Only what fits everything that it names; all when it is left out.',
  orderBy: 'How the list is sorted; left out, in the order that is the list’s own.',
  scope: 'Whose.',
  input: 'What the command is given.',
}

/** Of periods of days, in inputs and in answers. */
const DAYS: Words = {
  joinedOn: 'The first day.',
  startsOn: 'The first day.',
  validFrom: 'The first day.',
}

const INPUT_FIELDS: Words = {
  ...DAYS,
  direction: 'In which direction.',
  field: 'By what.',
}

const FIELDS: Words = {
  ...DAYS,
  availableCommands: 'What the actor may do with it now.',
  cursor: 'The place in the list, for `after` and `before`.',
  durationMinutes: 'Minutes.',
  edges: 'What the page holds, in order.',
  finalisedAt: 'Null until it is finalised.',
  id: 'Identifies it for good.',
  node: 'What is in this place.',
  onBehalfOf: 'Whom a deputy stood in for; null when nobody was stood in for.',
  pageInfo: 'Whether there is more, and where.',
  totalCount: 'How many there are on all pages together.',
  version: 'One more after each change; a command is given the one that the actor saw.',
  waitingDays: 'How many days it has waited; 0 on the day on which it was sent.',
}

const TYPES: readonly (readonly [ending: RegExp, description: string])[] = [
  [/Connection$/, 'A page of a list.'],
  [/Edge$/, 'One place of a list, and what is in it.'],
  [/Filter$/, 'What a list leaves in: what fits everything that is named.'],
  [/Order$/, 'How a list is sorted.'],
]

/** Gives its words to what has none. It comes last in the list of plugins: Pothos asks the last one first. */
export class SelfEvidentPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(config: PothosTypeConfig): PothosTypeConfig {
    return described(config, TYPES.find(([ending]) => ending.test(config.name))?.[1])
  }

  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    return described(config, FIELDS[config.name])
  }

  override onInputFieldConfig(config: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    return described(config, (config.kind === 'Arg' ? ARGUMENTS : INPUT_FIELDS)[config.name])
  }
}

const described = <Config extends { description?: string | null | undefined }>(
  config: Config,
  description: string | undefined,
): Config => (config.description || !description ? config : { ...config, description })

SchemaBuilder.registerPlugin('selfEvident', SelfEvidentPlugin)

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      selfEvident: SelfEvidentPlugin<Types>
    }
  }
}
