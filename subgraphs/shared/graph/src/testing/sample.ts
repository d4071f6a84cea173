import type { Actor } from '@kompetanse/schema/actor-token'
import type { GraphQLSchema } from 'graphql'

/** A subgraph with something in it, and somebody who may see it. */
export interface Sample {
  readonly schema: GraphQLSchema
  readonly actor: Actor
  readonly now: Date
  /**
   * What is there: the value of an argument or input field by its name, `goalId`, or where one name means many things, by its
   * coordinate, `Query.trainee.id`; and of a type that is reached by reference alone, its key: `Trainee`.
   */
  readonly known: Readonly<Record<string, unknown>>
}
