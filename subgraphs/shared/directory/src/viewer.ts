import { asShared, type GraphContext, type SharedTypes } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { ObjectRef, SchemaTypes } from '@pothos/core'

export interface ViewerShape {
  readonly personId: Id<'Person'>
}

interface OwnTrainee<Types extends SchemaTypes, Shape> {
  readonly type: ObjectRef<Types, Shape>
  /** Undefined for who is none, or may not see so much. */
  readonly find: (id: Id<'Person'>, context: GraphContext) => Promise<Shape | undefined>
}

const DESCRIPTION =
  "The signed-in person (F003). Every subgraph answers its part from the actor token, so a page's parts load side by side. Null only when none of those asked could answer: then what stands beside it in the query is not lost."

/** `viewer` and its type, with the own training record; what else a subgraph says of who asks is added to what this gives. */
export function addViewer<Types extends SchemaTypes, Shape>(
  target: PothosSchemaTypes.SchemaBuilder<Types>,
  given: OwnTrainee<Types, Shape>,
): ObjectRef<Types, ViewerShape> {
  const builder = asShared(target)
  const trainee = given as unknown as OwnTrainee<SharedTypes, object>
  const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
    description: "The signed-in person, each subgraph's part of it.",
    directives: { key: { fields: 'personId', resolvable: false } },
    fields: (t) => ({
      personId: t.exposeID('personId', { inaccessible: true }),
      trainee: t.field({
        type: trainee.type,
        nullable: true,
        shareable: true,
        resolve: async ({ personId }, _args, context) => (await trainee.find(personId, context)) ?? null,
      }),
    }),
  })
  builder.queryField('viewer', (t) =>
    t.field({
      type: Viewer,
      nullable: true,
      shareable: true,
      description: DESCRIPTION,
      resolve: (_root, _args, { actor }) => ({ personId: actor.personId }),
    }),
  )
  return Viewer as unknown as ObjectRef<Types, ViewerShape>
}
