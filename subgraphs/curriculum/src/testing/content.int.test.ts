import { contentFields, contentTests } from '@kompetanse/graph/testing'
import { expect, test } from 'vitest'
import { schema } from '../schema.ts'

const PROPOSED = 'what a region proposes for the nation, and the answer: of no trainee'
/** Texts that nobody wrote in a trainee's record, and what they are instead. */
const NOT_CONTENT: Readonly<Record<string, string>> = {
  'CurriculumProposal.reason': PROPOSED,
  'LearningActivityDefinition.arena': 'published in a plan',
  'LearningActivityDefinition.description': 'published in a plan',
  'LearningActivityDefinition.title': 'published in a plan',
  'LearningGoalDefinition.code': 'published in a plan',
  'LearningGoalDefinition.wording': 'published in a plan',
  'LearningGoalDetail.category': 'published in a plan',
  'PlanTemplate.code': 'published in a plan',
  'PlanTemplate.title': 'published in a plan',
  'PlanVersion.label': 'published in a plan',
  'ProposalDecision.comment': PROPOSED,
  'ProposedWording.description': PROPOSED,
  'ProposedWording.title': PROPOSED,
  'Speciality.code': 'a name',
  'Speciality.name': 'a name',
  'Track.code': 'a name',
  'Track.name': 'a name',
}

contentTests(schema, { notContent: NOT_CONTENT, digests: 0 })

test('B32 nothing is content: no text is of a trainee', () => {
  expect(contentFields(schema)).toEqual([])
})
