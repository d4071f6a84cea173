/** That what something offers is what its commands take, for every type with `availableCommands`. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, test } from 'vitest'

/** Something in one of its states, before somebody. */
export interface Offer<Name extends string> {
  readonly name: string
  /** What `availableCommands` says of it. */
  readonly offered: readonly Name[]
  /** Whether a command that has all that it needs is accepted. */
  readonly accepts: (command: Name) => boolean
}

export interface Offering<Name extends string> {
  /** By which mutations each command is given. */
  readonly mutations: Readonly<Record<Name, readonly string[]>>
  /** What makes it: told of in its history, and offered by nothing that is there. */
  readonly made?: Readonly<Record<string, string>>
  readonly offers: readonly Offer<Name>[]
}

interface Options {
  /** Mutations that name a version, and are given to nothing that says what can be done with it; with why. */
  readonly others?: Readonly<Record<string, string>>
}

interface AnyOffering extends Omit<Offering<string>, 'offers'> {
  readonly offers: readonly (Omit<Offer<string>, 'accepts'> & {
    readonly accepts: (command: never) => boolean
  })[]
}

/** Each type that says what can be done with it, with the commands that it may say. */
export function offeringTypes(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const found = Object.values(schema.getTypeMap()).flatMap((type) => {
    const field = isObjectType(type) ? type.getFields()['availableCommands'] : undefined
    const commands = field && getNamedType(field.type)
    return isEnumType(commands) ? [[type.name, commands.getValues().map(({ name }) => name)] as const] : []
  })
  return new Map(found)
}

const fieldsOfInput = ({ args }: GraphQLField<unknown, unknown>) => {
  const input = args[0] && getNamedType(args[0].type)
  return isInputObjectType(input) ? Object.values(input.getFields()) : []
}

/** The mutations that are given with the version of something, of one or of many. */
export const versionedMutations = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter((mutation) =>
      fieldsOfInput(mutation).some(
        ({ name, type }) => name === 'expectedVersion' || getNamedType(type).name === 'VersionedId',
      ),
    )
    .map(({ name }) => name)

export function offeredTests(
  schema: GraphQLSchema,
  offerings: Readonly<Record<string, AnyOffering>>,
  { others = {} }: Options = {},
): void {
  const types = offeringTypes(schema)
  const given = ({ mutations, made = {} }: AnyOffering): readonly string[] => [
    ...Object.values(mutations).flat(),
    ...Object.values(made),
  ]

  test('each type that says what can be done with it is walked, and each of its commands', () => {
    const walked = Object.entries(offerings).map(
      ([name, { mutations, made }]) => [name, Object.keys({ ...mutations, ...made }).toSorted()] as const,
    )
    expect(new Map(walked)).toEqual(new Map([...types].map(([name, all]) => [name, all.toSorted()])))
  })

  test('each command is given by mutations that there are, and each mutation with a version is a command', () => {
    const all = Object.values(offerings).flatMap(given)
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {})
    expect(all.filter((name) => !mutations.includes(name))).toEqual([])
    const known = [...all, ...Object.keys(others)]
    expect(versionedMutations(schema).filter((name) => !known.includes(name))).toEqual([])
  })

  describe.each(Object.entries(offerings))(
    'B02 %s offers what is accepted, and nothing else',
    (_type, of) => {
      const commands = Object.keys(of.mutations) as never[]
      test.each(of.offers)('$name', ({ offered, accepts }) => {
        expect(offered.toSorted()).toEqual(commands.filter(accepts).toSorted())
      })

      test.each(commands)('%s is offered to somebody, and not to everybody', (command) => {
        const offers = of.offers.map(({ offered }) => offered.includes(command))
        expect(new Set(offers)).toEqual(new Set([true, false]))
      })
    },
  )
}
