import { offeredTests, type Offering } from '@kompetanse/command/testing'
import { aPerson } from '@kompetanse/graph/testing'
import { ROLES as OFFICES } from '@kompetanse/schema/roles'
import {
  availableCommands as settingCommands,
  decideRule,
  type ProposedRule,
} from '../rules/domain/decide-rule.ts'
import { schema } from '../schema.ts'
import { availableCommands, decidePeriod } from '../service-period/domain/decide.ts'
import type { PeriodCommandName } from '../service-period/domain/period.ts'
import {
  aCommand,
  ADA,
  aPeriod,
  aSituation,
  LEADER,
  ROLES,
  STATUSES,
} from '../service-period/domain/testing.ts'

const WHO = [...Object.entries(ROLES).map(([who, role]) => [who, [role]] as const), ['NOBODY', []] as const]

const periods: Offering<PeriodCommandName> = {
  mutations: {
    EDIT: ['editServicePeriod'],
    REMOVE: ['removeServicePeriod'],
    SEND_FOR_SIGNING: ['sendServicePeriodForSigning'],
    SIGN: ['signServicePeriod', 'signServicePeriods'],
    REJECT: ['rejectServicePeriod', 'rejectServicePeriods'],
  },
  made: { REGISTER: 'registerServicePeriod' },
  offers: STATUSES.flatMap((status) =>
    WHO.map(([who, roles]) => {
      const situation = aSituation({ actorId: who === 'TRAINEE' ? ADA : LEADER, roles })
      return {
        name: `${status}, ${who}`,
        offered: availableCommands(status, situation),
        accepts: (name) => decidePeriod(aPeriod(status), aCommand(name), situation).kind === 'accepted',
      }
    }),
  ),
}

const rule: ProposedRule = {
  ...{ code: 'RESEARCH_COUNTS', value: { choice: 'RESEARCH_COUNTED' }, kinds: [] },
  ...{ source: 'Rundskriv', validFrom: '2026-12-01' },
}
const settings: Offering<'SET_RULE'> = {
  mutations: { SET_RULE: ['setServiceTimeRule'] },
  offers: [[], ...OFFICES.map((role) => [{ role, regionCode: null, enterpriseId: null }])].map((grants) => {
    const actor = aPerson('office', { grants })
    return {
      name: grants[0]?.role ?? 'nobody in particular',
      offered: settingCommands(actor),
      accepts: () => decideRule(rule, actor, '2026-11-30').kind === 'accepted',
    }
  }),
}

offeredTests(schema, { ServicePeriod: periods, ServiceTimeSetting: settings })
