/** What the curriculum's objects are called, answered from this subgraph's own copy; the rest is curriculum's. */
import { builder } from '../../builder.ts'

const key = { key: { fields: 'id', resolvable: false } }

const LearningActivityKind = builder.enumType('LearningActivityKind', {
  values: {
    SELF_REGISTERED: { description: 'The trainee completes it alone.' },
    SIGNED: { description: "A signer's signature completes it." },
    COURSE: { description: 'A course certificate is uploaded.' },
    E_LEARNING: { description: 'Taken in or through the portal.' },
    RECURRING: { description: 'Has a validity and comes again.' },
  } as const,
})

const LearningActivityOrigin = builder.enumType('LearningActivityOrigin', {
  values: ['PORTAL_DEFAULT', 'DIRECTORATE', 'ENTERPRISE'] as const,
})

builder.prismaObject('PlanTemplate', {
  directives: key,
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title', { shareable: true }),
  }),
})

builder.prismaObject('PlanVersion', {
  description: 'Immutable once PUBLISHED.',
  directives: key,
  fields: (t) => ({
    id: t.exposeID('id'),
    template: t.relation('template', { shareable: true }),
    label: t.exposeString('label', { shareable: true }),
  }),
})

builder.prismaObject('GoalDefinition', {
  name: 'LearningGoalDefinition',
  directives: key,
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.exposeString('code', { shareable: true }),
    wording: t.exposeString('wording', { shareable: true }),
    level: t.exposeInt('level', { shareable: true }),
  }),
})

builder.prismaObject('ActivityDefinition', {
  name: 'LearningActivityDefinition',
  description: 'Immutable once in use: an edit makes a successor.',
  directives: key,
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title', { shareable: true }),
    kind: t.expose('kind', { type: LearningActivityKind, shareable: true }),
    origin: t.expose('origin', { type: LearningActivityOrigin, shareable: true }),
  }),
})
