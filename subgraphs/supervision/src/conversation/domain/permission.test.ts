import { expect, test } from 'vitest'
import { CONVERSATION_COMMANDS, type ConversationCommandName } from './conversation.ts'
import { forbidden } from './permission.ts'

const STANDS = { relationRuns: true, mentorThen: true, bothActive: true }
const ENDED = { ...STANDS, relationRuns: false }
const NEVER = { ...STANDS, mentorThen: false }
const LEFT = { ...STANDS, bothActive: false }

/** Of who is mentor, and was invited: what stands in the way when the relation has ended, had ended then, one has left. */
// prettier-ignore
const TRUTH: Record<ConversationCommandName, readonly [ended: string | null, never: string | null, left: string | null]> = {
  ACCEPT:            ['RELATION_ENDED', null,             'PERSON_LEFT'],
  DECLINE:           [null,             null,             null],
  RESCHEDULE:        ['RELATION_ENDED', null,             'PERSON_LEFT'],
  EDIT_AGENDA:       [null,             null,             null],
  WRITE_PREPARATION: [null,             null,             null],
  WRITE_MINUTES:     [null,             null,             null],
  ASSESS_GOALS:      [null,             null,             null],
  FINALISE:          [null,             'RELATION_ENDED', null],
  CANCEL:            [null,             null,             null],
}

test.each(CONVERSATION_COMMANDS)('F019 F046 F059 what stands in the way of the mentor’s %s', (name) => {
  const why = (standing: typeof STANDS) => forbidden(name, { party: 'MENTOR', ...standing }, 'TRAINEE')
  expect(why(STANDS)).toBeNull()
  expect([ENDED, NEVER, LEFT].map(why)).toEqual(TRUTH[name])
})

test.each(CONVERSATION_COMMANDS)('F046 F059 what the trainee may not: %s', (name) => {
  const own = name === 'FINALISE' || name === 'ASSESS_GOALS'
  const answer = name === 'ACCEPT' || name === 'DECLINE'
  const why = (invitedBy: 'TRAINEE' | 'MENTOR') => forbidden(name, { party: 'TRAINEE', ...STANDS }, invitedBy)
  expect(why('MENTOR')).toBe(own ? 'MENTOR_ONLY' : null)
  expect(why('TRAINEE')).toBe(own ? 'MENTOR_ONLY' : answer ? 'NOT_PERMITTED' : null)
})
