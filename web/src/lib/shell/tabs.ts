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
  tab: (tasks: Viewer['trainingTasks'] | undefined) => ShellTab
}

const plain = (href: string, icon: IconName, text: string, short = text): ShellTab => ({
  href,
  text,
  short,
  icon,
})

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
    tab: (tasks) => ({
      ...plain('/signering', 'PencilWriting', m.tab_signing()),
      count: tasks?.signing.waiting,
    }),
  },
  {
    workspace: 'APPROVAL',
    tab: (tasks) => ({
      ...plain('/godkjenning', 'SealCheckmark', m.tab_approval()),
      count: tasks?.approval.waiting,
    }),
  },
  {
    workspace: 'EMPLOYEE_FOLLOW_UP',
    tab: () => plain('/medarbeidere', 'PersonGroup', m.tab_employees(), m.tab_employees_short()),
  },
  {
    workspace: 'MY_MENTEES',
    tab: () => plain('/mine-kandidater', 'Chat2', m.tab_mentees(), m.tab_mentees_short()),
  },
]

/** Whose tab a doctor's page is under: the first that the viewer has. */
const doctorsUnder = ['EMPLOYEE_FOLLOW_UP', 'MY_MENTEES', 'OWN_TRAINING'] as const

/** The viewer's tabs. */
export const tabsFor = (viewer: Viewer | undefined): ShellTab[] => {
  const workspaces = viewer?.profile?.workspaces ?? []
  const ofDoctors = doctorsUnder.find((workspace) => workspaces.includes(workspace))
  return tabs
    .filter(({ workspace }) => workspace === undefined || workspaces.includes(workspace))
    .map(({ workspace, tab }) => {
      const drawn = tab(viewer?.trainingTasks)
      return workspace && workspace === ofDoctors
        ? { ...drawn, also: [...(drawn.also ?? []), '/lege'] }
        : drawn
    })
}

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** Whether a tab is the one that the address is under. */
export const isCurrent = ({ href, also = [] }: ShellTab, path: string): boolean =>
  href === '/' ? path === '/' : [href, ...also].some((folder) => isUnder(path, folder))
