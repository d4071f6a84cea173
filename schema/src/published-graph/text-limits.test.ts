import { describe, expect, it, test } from 'vitest'
import { commandInputs } from './testing/graph.ts'

/** What a person writes in a command, where its limit is below the 10,000 characters of all texts. */
const limited = commandInputs.filter(
  ({ of, name, description }) => of === 'String' && !/codes?$/i.test(name) && /characters/.test(description),
)
/** Base64, measured as it comes, before it is known to be a text. */
const NO_TEXT = ['WriteConversationTextInput.update']

/** Of the sentence that tells of characters, the code that follows. */
const TOO_LONG = /[Aa]t most [\d,]+(?: characters, |, or )(\w+)/

describe('a text that is too long', () => {
  it.each(limited.filter(({ coordinate }) => !NO_TEXT.includes(coordinate)))(
    '$coordinate is refused by one code',
    ({ description }) => {
      expect(TOO_LONG.exec(description)?.[1]).toBe('TEXT_TOO_LONG')
    },
  )

  test('is listed here wherever a description has a limit of its own', () => {
    expect(limited.map(({ coordinate }) => coordinate).toSorted()).toEqual([
      'AddConversationTemplateInput.name',
      'AddConversationTemplateInput.topics',
      'AddLearningActivityDefinitionInput.title',
      'CreateSupervisionGroupInput.name',
      'EditConversationAgendaInput.place',
      'EditConversationAgendaInput.topics',
      'EditConversationTemplateInput.name',
      'EditConversationTemplateInput.topics',
      'EditLearningActivityDefinitionInput.title',
      'InviteToConversationInput.place',
      'InviteToConversationInput.topics',
      'OpenRecordInput.reason',
      'ProposeActivityEditInput.title',
      'RecordHeldConversationInput.place',
      'RecordHeldConversationInput.topics',
      'RenameSupervisionGroupInput.name',
      'WriteConversationTextInput.update',
    ])
  })
})
