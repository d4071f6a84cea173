import { database } from '../database.ts'
import { builder } from './builder.ts'
import { Deputyship } from './Deputyship.ts'
import { RoleGrant } from './RoleGrant.ts'
import { Trainee } from './Trainee.ts'
import { TrainingRelation } from './TrainingRelation.ts'

export interface RelationDone {
  readonly relationId: string
  readonly traineeId: string
}

/** What a mutation about a relation answers with; read after the commit. */
export const relationSuccess = <Name extends string>(name: Name) =>
  builder.objectRef<RelationDone & { readonly __typename: Name }>(name).implement({
    fields: (t) => ({
      relation: t.prismaField({
        type: TrainingRelation,
        resolve: (query, { relationId }) =>
          database.trainingRelation.findUniqueOrThrow({ ...query, where: { id: relationId } }),
      }),
      trainee: t.prismaField({
        type: Trainee,
        resolve: (query, { traineeId }) =>
          database.trainee.findUniqueOrThrow({ ...query, where: { id: traineeId } }),
      }),
    }),
  })

export const deputyshipSuccess = <Name extends string>(name: Name) =>
  builder.objectRef<{ readonly deputyshipId: string; readonly __typename: Name }>(name).implement({
    fields: (t) => ({
      deputyship: t.prismaField({
        type: Deputyship,
        resolve: (query, { deputyshipId }) =>
          database.deputyship.findUniqueOrThrow({ ...query, where: { id: deputyshipId } }),
      }),
    }),
  })

export const grantSuccess = <Name extends string>(name: Name) =>
  builder.objectRef<{ readonly grantId: string; readonly __typename: Name }>(name).implement({
    fields: (t) => ({
      grant: t.prismaField({
        type: RoleGrant,
        resolve: (query, { grantId }) =>
          database.roleGrant.findUniqueOrThrow({ ...query, where: { id: grantId } }),
      }),
    }),
  })

/** The member of the mutation's union that an outcome is. */
export function toMember<Name extends string, Done extends object, Refused extends { __typename: string }>(
  name: Name,
  outcome: { readonly done: Done } | Refused,
): (Done & { readonly __typename: Name }) | Refused {
  return 'done' in outcome ? { ...outcome.done, __typename: name } : outcome
}

export const resolveType = ({ __typename }: { readonly __typename: string }) => __typename
