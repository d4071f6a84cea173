import { expect, test } from 'vitest'
import { commandInputs } from './testing/graph.ts'

/**
 * The meanings that a boolean of a command may have: how far it reaches, or a value to be set. One that would turn the
 * command into its opposite has to be a mutation of its own.
 */
const REASONS: Readonly<Record<string, string>> = {
  'AcceptConversationInvitationInput.wholeSeries': 'how far it goes',
  'DeclineConversationInvitationInput.wholeSeries': 'how far it goes',
  'CancelConversationInput.restOfSeries': 'how far it goes',
  'ProposeTrackPlansInput.assignsAutomatically': 'a part of what is proposed',
  'SetTrackPlansInput.assignsAutomatically': 'a part of what is set',
}

test('no boolean of a command turns it into its opposite', () => {
  const booleans = commandInputs.filter(({ of }) => of === 'Boolean').map(({ coordinate }) => coordinate)
  expect(booleans.toSorted()).toEqual(Object.keys(REASONS).toSorted())
})
