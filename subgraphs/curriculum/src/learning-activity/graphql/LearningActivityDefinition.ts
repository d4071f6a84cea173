import { references } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { ACTIVITY_COMMANDS, availableCommands } from '../domain/decide.ts'

export const LearningActivityKind = builder.enumType('LearningActivityKind', {
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

const LearningActivityDefinitionCommand = builder.enumType('LearningActivityDefinitionCommand', {
  description: 'What can be done with an activity of the curriculum.',
  values: ACTIVITY_COMMANDS,
})

export const LearningActivityDefinition = builder.prismaObject('ActivityDefinition', {
  name: 'LearningActivityDefinition',
  description: 'Immutable once in use: an edit makes a successor.',
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title', { shareable: true }),
    kind: t.expose('kind', { type: LearningActivityKind, shareable: true }),
    origin: t.expose('origin', {
      type: LearningActivityOrigin,
      shareable: true,
      description: "The portal's own default or the Directorate's recommendation: always shown.",
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Null when nothing more was written than the title.',
    }),
    arena: t.exposeString('arena', {
      nullable: true,
      description: 'Where it is done; null when that is not said.',
    }),
    courseHours: t.exposeInt('courseHours', {
      nullable: true,
      description: 'Hours; null of what is no course, or when they are not said.',
    }),
    validMonths: t.exposeInt('validMonths', { nullable: true, description: 'It lapses after this.' }),
    launchUrl: t.expose('launchUrl', {
      type: 'URL',
      nullable: true,
      description: 'Where an e-learning course is taken; null of others.',
    }),
    goals: t.prismaField({
      type: ['GoalDefinition'],
      description: 'The goals that it leads to.',
      select: (_args, _context, nested) => ({ goals: { select: { goal: nested(true) } } }),
      resolve: (_query, activity) => activity.goals.map((row) => row.goal),
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [LearningActivityDefinitionCommand],
      select: { retired: true, ownerRegion: true },
      resolve: (activity, _args, { actor }) => [...availableCommands(activity, actor)],
    }),
  }),
})

const findLearningActivityDefinition = references('LearningActivityDefinition', 'id', (ids, { query }) =>
  database.activityDefinition.findMany({ ...query, where: { id: { in: ids } } }),
)

builder.asEntity(LearningActivityDefinition, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findLearningActivityDefinition(id, context, info),
})
