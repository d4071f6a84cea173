import { WITHIN_CONTENT } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { Person } from '../../directory/graphql/Person.ts'
import type { GoalAssessment as Assessment, Person as PersonRow } from '../../generated/db/client.ts'
import { GoalAssessment } from './enums.ts'

export const ConversationSeries = builder.prismaObject('ConversationSeries', {
  description: 'How some conversations came about; each has a life of its own.',
  fields: (t) => ({
    id: t.exposeID('id'),
    everyWeeks: t.exposeInt('everyWeeks', { description: 'Weeks from one conversation to the next.' }),
  }),
})

const LearningGoal = builder.objectRef<{ readonly id: Id<'LearningGoal'> }>('LearningGoal').implement({
  directives: { key: { fields: 'id', resolvable: false } },
  fields: (t) => ({ id: t.exposeID('id') }),
})

interface Goal {
  readonly goalId: Id<'LearningGoal'>
  readonly assessment: Assessment
}

export const ConversationGoal = builder.objectRef<Goal>('ConversationGoal').implement({
  description: 'A goal that a conversation is about, and what the mentor says of it.',
  fields: (t) => ({
    goalId: t.exposeID('goalId'),
    goal: t.field({
      type: LearningGoal,
      nullable: true,
      description: 'Null when progress is away, or has no such goal for the actor.',
      resolve: ({ goalId }) => ({ id: goalId }),
    }),
    assessment: t.expose('assessment', { type: GoalAssessment }),
  }),
})

interface Signature {
  readonly by: PersonRow
  readonly at: Date
  readonly digest: string
}

export const ConversationSignature = builder.objectRef<Signature>('ConversationSignature').implement({
  description: "The mentor's, given by finalising.",
  fields: (t) => ({
    by: t.field({ type: Person, resolve: ({ by }) => by }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    digest: t.exposeString('digest', {
      ...WITHIN_CONTENT,
      description: 'SHA-256, hex, of what was finalised.',
    }),
  }),
})
