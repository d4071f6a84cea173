import { builder } from '../../builder.ts'
import { database } from '../../database.ts'

export interface Done {
  readonly __typename: 'Done'
  readonly activityId: string
}

/** The success type of one command; each has its own name so that it can grow alone. */
export const activitySuccess = (name: string) =>
  builder.objectRef<Done>(name).implement({
    fields: (t) => ({
      activity: t.prismaField({
        type: 'ActivityDefinition',
        resolve: (query, { activityId }) =>
          database.activityDefinition.findUniqueOrThrow({ ...query, where: { id: activityId } }),
      }),
    }),
  })
