import type { ObjectRef, SchemaTypes } from '@pothos/core'
import DirectivesPlugin from '@pothos/plugin-directives'
import FederationPlugin from '@pothos/plugin-federation'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import type { GraphContext } from './context.ts'
import InputPlugin from './input/plugin.ts'
import './sizes.ts'
import { DateScalar, DateTimeScalar, UrlScalar } from './scalars.ts'

/** What every subgraph's builder knows: who is asking, and the scalars that mean the same everywhere. */
export interface SharedSchemaTypes {
  Context: GraphContext
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: string; Output: string | Date }
    DateTime: { Input: Date; Output: Date }
    URL: { Input: string; Output: string }
    /** Known to a schema by `addEventCursor`. */
    EventCursor: { Input: string; Output: string }
  }
}

// No `node(id)`: ids are raw uuids, and an object is asked for by the root field that checks who may see it.
const relay = {
  pageInfoTypeOptions: { shareable: true },
  nodeQueryOptions: false as const,
  nodesQueryOptions: false as const,
  edgesFieldOptions: { nullable: { list: false as const, items: false as const } },
  nodeFieldOptions: { nullable: false as const },
}

type Plugin = 'relay' | 'prisma' | 'directives' | 'federation' | 'sizes' | 'input'
const plugins: Plugin[] = [
  RelayPlugin,
  PrismaPlugin,
  DirectivesPlugin,
  FederationPlugin,
  'sizes',
  InputPlugin,
]

/** Options common to all builders; a subgraph adds its own `prisma`. */
export const builderOptions = {
  plugins,
  defaultFieldNullability: false as const,
  relay,
}

/** Options of `toSubGraphSchema` for every subgraph: the directives are those that shared code and subgraphs use. */
export const federation = {
  linkUrl: 'https://specs.apollo.dev/federation/v2.9',
  federationDirectives: ['@cost', '@inaccessible', '@key', '@listSize', '@shareable', '@tag'],
}

export type SharedTypes = PothosSchemaTypes.ExtendDefaultTypes<SharedSchemaTypes>
type SharedBuilder = PothosSchemaTypes.SchemaBuilder<SharedTypes>

/** A subgraph's builder as shared code sees it: it knows the shared types; the subgraph's own has them all and more. */
export const asShared = <Types extends SchemaTypes>(builder: PothosSchemaTypes.SchemaBuilder<Types>) =>
  builder as unknown as SharedBuilder

/** Resolvers of a result union tell its members apart by `__typename`. */
export interface NotFoundShape {
  readonly __typename: 'NotFound'
  readonly id: string
}

export interface StaleVersionShape {
  readonly __typename: 'StaleVersion'
  readonly expectedVersion: number
  readonly currentVersion: number
}

/**
 * Adds the scalars and the refusals that all subgraphs share; they must be identical everywhere or composition
 * fails, so they change here, in one commit.
 */
export function addSharedTypes<Types extends SchemaTypes>(target: PothosSchemaTypes.SchemaBuilder<Types>) {
  const builder = asShared(target)
  builder.addScalarType('Date', DateScalar)
  builder.addScalarType('DateTime', DateTimeScalar)
  builder.addScalarType('URL', UrlScalar)

  const NotFound = builder.objectRef<NotFoundShape>('NotFound').implement({
    description: 'It does not exist, or the actor may not see it: the two are never told apart.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id', { description: 'As it was given; all zeros of what cannot be an id.' }),
    }),
  })
  const StaleVersion = builder.objectRef<StaleVersionShape>('StaleVersion').implement({
    description: 'Somebody changed the object after the client read it. Read again, then decide again.',
    shareable: true,
    fields: (t) => ({
      expectedVersion: t.exposeInt('expectedVersion'),
      currentVersion: t.exposeInt('currentVersion'),
    }),
  })
  return {
    NotFound: NotFound as unknown as ObjectRef<Types, NotFoundShape>,
    StaleVersion: StaleVersion as unknown as ObjectRef<Types, StaleVersionShape>,
  }
}
