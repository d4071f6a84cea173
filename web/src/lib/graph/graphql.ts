import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './generated/graphql-env.d.ts'

/** Typed documents: a page's selection is also the type of its data. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: { ID: string; Date: string; DateTime: string; URL: string; EventCursor: string }
}>()

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
