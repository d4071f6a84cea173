import { m } from '#lib/paraglide/messages.js'
import type { IconName } from '#lib/ui/index.ts'
import type { Viewer, Workspace } from './viewer.ts'

export type ShellTab = {
  href: string
  text: string
  short: string
  icon: IconName
  count?: number | undefined
  /** Other addresses that belong to it. */
  also?: readonly string[]
}

type TabOf = {
  workspace: Workspace | undefined
  /** More that it takes than the workspace. */
  when?: (viewer: Viewer | undefined) => boolean
  tab: (viewer: Viewer | undefined) => ShellTab
}

const plain = (href: string, icon: IconName, text: string, short = text): ShellTab => ({
  href,
  text,
  short,
  icon,
})

const users = (): ShellTab => ({
  ...plain('/brukere', 'PersonGroup', m.tab_users()),
  also: ['/organisasjon'],
})

/** What waits for the person, of both sides: own periods to correct and those of others to sign. */
const serviceTime = (viewer: Viewer | undefined): ShellTab => {
  const tasks = viewer?.serviceTimeTasks
  return {
    ...plain('/tjenestetid', 'Clock', m.time_tab(), m.tab_time_short()),
    // Those who set the rules have a tab for them; others read them from the account.
    also: viewer?.profile?.workspaces.includes('SUPPORT') ? [] : ['/regler'],
    ...(tasks && { count: tasks.queue.waiting + tasks.ownPeriodsRejected }),
  }
}

/** Invitations to answer and conversations to finalise; what is to be prepared does not press. */
const conversations = (viewer: Viewer | undefined): ShellTab => {
  const tasks = viewer?.conversationTasks
  return {
    ...plain('/veiledning', 'Chat2', m.tab_conversations()),
    ...(tasks && { count: tasks.invitationsToAnswer + tasks.toFinalise }),
  }
}

/** Whether the viewer may add conversation templates, and so has their page. */
export const makesTemplates = (viewer: Viewer | undefined): boolean =>
  (viewer?.conversationTemplateOffers?.length ?? 0) > 0

/** Whether the viewer proposes changes for the nation, or answers them: for others the page would be empty. */
export const hasSay = (viewer: Viewer | undefined): boolean =>
  viewer?.profile?.grants.some(({ role }) => role === 'REGIONAL_ADMIN' || role === 'DIRECTORATE') ?? false

const templates = (): ShellTab => plain('/samtalemaler', 'Chat2', m.tab_templates(), m.tab_templates_short())

/** The tabs in their order. A person with several roles gets the union; `undefined`: everybody has it. */
const tabs: readonly TabOf[] = [
  { workspace: undefined, tab: () => plain('/', 'House', m.tab_home()) },
  {
    workspace: 'OWN_TRAINING',
    tab: () => ({
      ...plain('/mine-planer', 'Tasklist', m.tab_plans()),
      also: ['/plan', '/mal', '/aktivitet'],
    }),
  },
  {
    workspace: 'SIGNING',
    tab: (viewer) => ({
      ...plain('/signering', 'PencilWriting', m.tab_signing()),
      count: viewer?.trainingTasks?.signing.waiting,
    }),
  },
  {
    workspace: 'APPROVAL',
    tab: (viewer) => ({
      ...plain('/godkjenning', 'SealCheckmark', m.tab_approval()),
      count: viewer?.trainingTasks?.approval.waiting,
    }),
  },
  {
    workspace: 'EMPLOYEE_FOLLOW_UP',
    tab: () => plain('/medarbeidere', 'PersonGroup', m.tab_employees(), m.tab_employees_short()),
  },
  { workspace: 'OWN_TRAINING', tab: conversations },
  { workspace: 'OWN_TRAINING', tab: serviceTime },
  { workspace: 'EMPLOYEE_FOLLOW_UP', tab: serviceTime },
  {
    workspace: 'MY_MENTEES',
    tab: () => plain('/mine-kandidater', 'PersonGroup', m.tab_mentees(), m.tab_mentees_short()),
  },
  { workspace: 'MY_MENTEES', tab: conversations },
  { workspace: 'ADMINISTRATION', tab: users },
  { workspace: 'SUPPORT', tab: users },
  {
    workspace: 'ADMINISTRATION',
    tab: () => plain('/laeringsaktiviteter', 'Tasklist', m.tab_curriculum(), m.tab_curriculum_short()),
  },
  {
    workspace: 'ADMINISTRATION',
    tab: () => plain('/spor', 'Layers', m.tab_tracks(), m.tab_tracks_short()),
  },
  {
    workspace: 'ADMINISTRATION',
    when: hasSay,
    tab: () => plain('/forslag', 'Paperplane', m.tab_proposals()),
  },
  { workspace: 'ADMINISTRATION', when: makesTemplates, tab: templates },
  { workspace: 'SUPPORT', when: makesTemplates, tab: templates },
  { workspace: 'SUPPORT', tab: () => plain('/regler', 'Clock', m.tab_rules(), m.tab_rules_short()) },
]

/** The tab that a doctor's page is under, with all that it leads to: the first of these that the viewer has. */
const doctorsUnder = ['/medarbeidere', '/mine-kandidater', '/mine-planer', '/brukere']
const OF_DOCTORS = ['/lege', '/plan', '/mal', '/aktivitet']

/** The viewer's tabs. Two workspaces may lead to the same tab. */
export const tabsFor = (viewer: Viewer | undefined): ShellTab[] => {
  const workspaces = viewer?.profile?.workspaces ?? []
  const drawn = tabs
    .filter(({ workspace }) => workspace === undefined || workspaces.includes(workspace))
    .filter(({ when }) => when?.(viewer) ?? true)
    .map(({ tab }) => tab(viewer))
  const own = [...new Map(drawn.map((tab) => [tab.href, tab])).values()]
  const ofDoctors = doctorsUnder.find((href) => own.some((tab) => tab.href === href))
  // A viewer with own plans has them under the own tab.
  const taken = new Set(own.flatMap(({ also = [] }) => also))
  const theirs = OF_DOCTORS.filter((folder) => !taken.has(folder))
  return own.map((tab) => (tab.href === ofDoctors ? { ...tab, also: [...(tab.also ?? []), ...theirs] } : tab))
}

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** Whether a tab is the one that the address is under. */
export const isCurrent = ({ href, also = [] }: ShellTab, path: string): boolean =>
  href === '/' ? path === '/' : [href, ...also].some((folder) => isUnder(path, folder))
