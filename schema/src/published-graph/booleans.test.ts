import { expect, test } from 'vitest'
import { commandInputs } from './graph.ts'

/**
 * What a command may be told by yes or no: how far it goes, or what is to be set. What would turn it into its opposite is
 * a mutation of its own.
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
