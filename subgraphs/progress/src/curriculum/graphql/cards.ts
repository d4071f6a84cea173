/** What the curriculum's objects are called, answered from this subgraph's own copy; the rest is curriculum's. */
import { addGoalLevel, asGoalLevel, plain } from '@kompetanse/graph'
import { builder } from '../../builder.ts'

const key = { key: { fields: 'id', resolvable: false } }

const GoalLevel = addGoalLevel(builder)

const LearningActivityKind = builder.enumType('LearningActivityKind', {
  description: 'What completes an activity.',
  values: {
    SELF_REGISTERED: { description: 'The trainee completes it alone.' },
    SIGNED: { description: "A signer's signature completes it." },
    COURSE: { description: 'A course certificate is uploaded.' },
    E_LEARNING: { description: 'Taken in or through the portal.' },
    RECURRING: { description: 'Has a validity and comes again.' },
  } as const,
})

const LearningActivityOrigin = builder.enumType('LearningActivityOrigin', {
  description:
    'Whose activity it is: the portal’s own, the Directorate’s recommendation, or an enterprise’s.',
  values: ['PORTAL_DEFAULT', 'DIRECTORATE', 'ENTERPRISE'] as const,
})

builder.prismaObject('PlanTemplate', {
  directives: key,
  description: 'A plan of learning goals, whatever its version.',
  select: { id: true, title: true },
  fields: (t) => ({
    id: t.id(plain('id')),
    title: t.string({ ...plain('title'), shareable: true }),
  }),
})

builder.prismaObject('PlanVersion', {
  description: 'Immutable once PUBLISHED.',
  directives: key,
  select: { id: true, label: true },
  fields: (t) => ({
    id: t.id(plain('id')),
    template: t.relation('template', { shareable: true }),
    label: t.string({ ...plain('label'), shareable: true }),
  }),
})

builder.prismaObject('GoalDefinition', {
  name: 'LearningGoalDefinition',
  directives: key,
  select: { id: true, code: true, wording: true, level: true },
  fields: (t) => ({
    id: t.id(plain('id')),
    code: t.string({ ...plain('code'), shareable: true }),
    wording: t.string({ ...plain('wording'), shareable: true }),
    level: t.field({
      type: GoalLevel,
      nullable: true,
      shareable: true,
      resolve: ({ level }) => asGoalLevel(level),
    }),
  }),
})

builder.prismaObject('ActivityDefinition', {
  name: 'LearningActivityDefinition',
  description: 'Immutable once in use: an edit makes a successor.',
  directives: key,
  select: { id: true, title: true, kind: true, origin: true },
  fields: (t) => ({
    id: t.id(plain('id')),
    title: t.string({ ...plain('title'), shareable: true }),
    kind: t.field({ ...plain('kind'), type: LearningActivityKind, shareable: true }),
    origin: t.field({ ...plain('origin'), type: LearningActivityOrigin, shareable: true }),
  }),
})
