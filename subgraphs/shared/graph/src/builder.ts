import type { SchemaTypes } from '@pothos/core'
import DirectivesPlugin from '@pothos/plugin-directives'
import FederationPlugin from '@pothos/plugin-federation'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import './input/id-of.ts'
import InputPlugin from './input/plugin.ts'
import './self-evident.ts'
import './sizes.ts'
import { addRefusals } from './refusals.ts'
import { DateScalar, DateTimeScalar, UrlScalar } from './scalars.ts'
import { asShared } from './shared-builder.ts'

// No `node(id)`: ids are raw uuids, and an object is fetched by the root field that checks who may see it.
const relay = {
  pageInfoTypeOptions: { shareable: true, description: 'Where a page lies in its list.' },
  hasNextPageFieldOptions: { description: 'Whether there is more behind the page.' },
  hasPreviousPageFieldOptions: { description: 'Whether there is more in front of the page.' },
  startCursorFieldOptions: { description: 'The `cursor` of the first edge; null of an empty page.' },
  endCursorFieldOptions: { description: 'The `cursor` of the last edge; null of an empty page.' },
  nodeQueryOptions: false as const,
  nodesQueryOptions: false as const,
  edgesFieldOptions: { nullable: { list: false as const, items: false as const } },
  nodeFieldOptions: { nullable: false as const },
}

type Plugin = 'relay' | 'prisma' | 'directives' | 'federation' | 'sizes' | 'input' | 'selfEvident'
const plugins: Plugin[] = [
  RelayPlugin,
  PrismaPlugin,
  DirectivesPlugin,
  FederationPlugin,
  'sizes',
  InputPlugin,
  'selfEvident',
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

/**
 * Adds the scalars and the refusals that all subgraphs share; they must be identical everywhere or composition
 * fails, so they change here, in one commit.
 */
export function addSharedTypes<Types extends SchemaTypes>(target: PothosSchemaTypes.SchemaBuilder<Types>) {
  const builder = asShared(target)
  builder.addScalarType('Date', DateScalar)
  builder.addScalarType('DateTime', DateTimeScalar)
  builder.addScalarType('URL', UrlScalar)
  return addRefusals(target)
}
