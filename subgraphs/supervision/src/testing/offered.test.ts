import { offeredTests, type Offering } from '@kompetanse/command/testing'
import type { Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { ROLES } from '@kompetanse/schema/roles'
import type { ConversationCommandName, ConversationStatus } from '../conversation/domain/conversation.ts'
import { availableCommands, decideConversation } from '../conversation/domain/decide.ts'
import { aCommand, aConversation, aSituation, LATER, NOW } from '../conversation/domain/testing.ts'
import { decideGroup } from '../group/domain/decide.ts'
import { availableCommands as groupCommands, type GroupCommandName } from '../group/domain/group.ts'
import { COMMANDS as GROUP, group, situation as ofLeader, TODAY } from '../group/domain/testing.ts'
import { availableCommands as hoursCommands, decideEntry, type Entry } from '../hours/domain/entry.ts'
import { schema } from '../schema.ts'
import {
  availableCommands as templateCommands,
  decideTemplate,
  type TemplateCommandName,
} from '../template/domain/template.ts'

const STATUSES = [
  ...(['INVITED', 'PLANNED', 'DECLINED', 'CANCELLED', 'FINALISED'] as const),
] satisfies ConversationStatus[]
const TIMES = { 'has begun': undefined, 'is to come': LATER }
const STANDING = { 'in relation': {}, 'no more in relation': { relationRuns: false, mentorThen: false } }

const conversations: Offering<ConversationCommandName> = {
  mutations: {
    ACCEPT: ['acceptConversationInvitation'],
    DECLINE: ['declineConversationInvitation'],
    RESCHEDULE: ['rescheduleConversation'],
    EDIT_AGENDA: ['editConversationAgenda'],
    WRITE_PREPARATION: ['writeConversationText', 'sharePreparation'],
    WRITE_MINUTES: ['writeConversationText'],
    ASSESS_GOALS: ['assessConversationGoals'],
    FINALISE: ['finaliseConversation'],
    CANCEL: ['cancelConversation'],
  },
  offers: STATUSES.flatMap((status) =>
    Object.entries(TIMES).flatMap(([when, startsAt]) =>
      Object.entries(STANDING).flatMap(([standing, rest]) =>
        (['TRAINEE', 'MENTOR'] as const).map((party) => {
          const conversation = aConversation(status, startsAt && { startsAt })
          const situation = aSituation(party, rest)
          return {
            name: `${status}, ${when}, ${party} ${standing}`,
            offered: availableCommands(conversation, situation, NOW),
            accepts: (name: ConversationCommandName) =>
              decideConversation(conversation, aCommand(name), situation).kind === 'accepted',
          }
        }),
      ),
    ),
  ),
}

const groups: Offering<GroupCommandName> = {
  mutations: {
    RENAME: ['renameSupervisionGroup'],
    ADD_MEMBER: ['addGroupMember'],
    REMOVE_MEMBER: ['removeGroupMember'],
    RECORD_MEETING: ['recordGroupMeeting'],
    CORRECT_MEETING: ['correctGroupMeeting'],
    CLOSE: ['closeSupervisionGroup'],
  },
  offers: [null, TODAY].flatMap((closedOn) =>
    ['mona', 'ada', 'stranger'].map((who) => {
      const actorId = brandId<'Person'>(who)
      const of = { ...group, closedOn }
      return {
        name: `${closedOn ? 'closed' : 'open'}, ${who}`,
        offered: groupCommands(of, actorId),
        accepts: (name) => decideGroup(of, GROUP[name], { ...ofLeader, actorId }).kind === 'accepted',
      }
    }),
  ),
}

const HOURS = {
  CORRECT: { name: 'CORRECT', to: { on: TODAY, hours: 1, note: null }, reason: 'Feil' },
  REMOVE: { name: 'REMOVE', reason: 'Feil' },
} as const
const hours: Offering<keyof typeof HOURS> = {
  mutations: { CORRECT: ['correctSupervisionHours'], REMOVE: ['removeSupervisionHours'] },
  offers: (['CONVERSATION', 'OTHER_GUIDANCE', 'GROUP'] as const).flatMap((kind) =>
    ['mona', 'ada', 'stranger'].map((who) => {
      const entry: Entry = { kind, recordedById: brandId('mona') }
      const actorId = brandId<'Person'>(who)
      return {
        name: `${kind}, ${who}`,
        offered: hoursCommands(entry, actorId),
        accepts: (name) => decideEntry(entry, HOURS[name], { actorId, today: TODAY }).kind === 'accepted',
      }
    }),
  ),
}

const BERGEN = brandId<'Enterprise'>('bergen')
const SCOPES = {
  'the portal’s own': { enterpriseId: null, regionCode: null },
  'an enterprise’s': { enterpriseId: BERGEN, regionCode: null },
  'a region’s': { enterpriseId: null, regionCode: 'HELSE_VEST' },
} as const
const OFFICES: readonly (readonly Grant[])[] = [
  [],
  ...ROLES.map((role) => [
    {
      role,
      regionCode: role === 'REGIONAL_ADMIN' ? ('HELSE_VEST' as const) : null,
      enterpriseId: role === 'LOCAL_ADMIN' ? BERGEN : null,
    },
  ]),
]
const TEMPLATE = {
  EDIT: { name: 'EDIT', to: { name: 'Vakt', topics: ['Siden sist'] } },
  RETIRE: { name: 'RETIRE' },
  RESTORE: { name: 'RESTORE' },
} as const
const templates: Offering<TemplateCommandName> = {
  mutations: {
    EDIT: ['editConversationTemplate'],
    RETIRE: ['retireConversationTemplate'],
    RESTORE: ['restoreConversationTemplate'],
  },
  offers: Object.entries(SCOPES).flatMap(([whose, scope]) =>
    [false, true].flatMap((retired) =>
      OFFICES.map((grants) => {
        const template = { ...scope, retired }
        return {
          name: `${whose}, ${retired ? 'retired' : 'offered'}, ${grants[0]?.role ?? 'nobody in particular'}`,
          offered: templateCommands(template, grants),
          accepts: (name: TemplateCommandName) =>
            decideTemplate(template, TEMPLATE[name], grants).kind === 'accepted',
        }
      }),
    ),
  ),
}

offeredTests(schema, {
  SupervisionConversation: conversations,
  SupervisionGroup: groups,
  SupervisionHoursEntry: hours,
  ConversationTemplate: templates,
})
