import ArrowRight from '@navikt/aksel-icons/svg/ArrowRight.svg?raw'
import ArrowUndo from '@navikt/aksel-icons/svg/ArrowUndo.svg?raw'
import Archive from '@navikt/aksel-icons/svg/Archive.svg?raw'
import CheckmarkCircleFill from '@navikt/aksel-icons/svg/CheckmarkCircleFill.svg?raw'
import Checkmark from '@navikt/aksel-icons/svg/Checkmark.svg?raw'
import ChevronDown from '@navikt/aksel-icons/svg/ChevronDown.svg?raw'
import ChevronLeft from '@navikt/aksel-icons/svg/ChevronLeft.svg?raw'
import ChevronRight from '@navikt/aksel-icons/svg/ChevronRight.svg?raw'
import CircleBroken from '@navikt/aksel-icons/svg/CircleBroken.svg?raw'
import Clock from '@navikt/aksel-icons/svg/Clock.svg?raw'
import ClockFill from '@navikt/aksel-icons/svg/ClockFill.svg?raw'
import Chat2 from '@navikt/aksel-icons/svg/Chat2.svg?raw'
import Download from '@navikt/aksel-icons/svg/Download.svg?raw'
import ExclamationmarkTriangleFill from '@navikt/aksel-icons/svg/ExclamationmarkTriangleFill.svg?raw'
import ExternalLink from '@navikt/aksel-icons/svg/ExternalLink.svg?raw'
import File from '@navikt/aksel-icons/svg/File.svg?raw'
import Hourglass from '@navikt/aksel-icons/svg/Hourglass.svg?raw'
import House from '@navikt/aksel-icons/svg/House.svg?raw'
import InformationSquare from '@navikt/aksel-icons/svg/InformationSquare.svg?raw'
import Leave from '@navikt/aksel-icons/svg/Leave.svg?raw'
import MagnifyingGlass from '@navikt/aksel-icons/svg/MagnifyingGlass.svg?raw'
import MenuHamburger from '@navikt/aksel-icons/svg/MenuHamburger.svg?raw'
import Paperplane from '@navikt/aksel-icons/svg/Paperplane.svg?raw'
import PencilWriting from '@navikt/aksel-icons/svg/PencilWriting.svg?raw'
import PersonCheckmark from '@navikt/aksel-icons/svg/PersonCheckmark.svg?raw'
import PersonGroup from '@navikt/aksel-icons/svg/PersonGroup.svg?raw'
import PersonPlus from '@navikt/aksel-icons/svg/PersonPlus.svg?raw'
import Plus from '@navikt/aksel-icons/svg/Plus.svg?raw'
import QuestionmarkCircle from '@navikt/aksel-icons/svg/QuestionmarkCircle.svg?raw'
import SealCheckmark from '@navikt/aksel-icons/svg/SealCheckmark.svg?raw'
import SealCheckmarkFill from '@navikt/aksel-icons/svg/SealCheckmarkFill.svg?raw'
import Tasklist from '@navikt/aksel-icons/svg/Tasklist.svg?raw'
import Trash from '@navikt/aksel-icons/svg/Trash.svg?raw'
import Upload from '@navikt/aksel-icons/svg/Upload.svg?raw'
import CloudSlash from '@navikt/aksel-icons/svg/CloudSlash.svg?raw'
import XMark from '@navikt/aksel-icons/svg/XMark.svg?raw'
import XMarkOctagon from '@navikt/aksel-icons/svg/XMarkOctagon.svg?raw'
import XMarkOctagonFill from '@navikt/aksel-icons/svg/XMarkOctagonFill.svg?raw'
import ArrowsUpDown from '@navikt/aksel-icons/svg/ArrowsUpDown.svg?raw'
import ArrowUp from '@navikt/aksel-icons/svg/ArrowUp.svg?raw'
import Broadcast from '@navikt/aksel-icons/svg/Broadcast.svg?raw'
import CheckmarkCircle from '@navikt/aksel-icons/svg/CheckmarkCircle.svg?raw'
import ChevronUp from '@navikt/aksel-icons/svg/ChevronUp.svg?raw'
import Cloud from '@navikt/aksel-icons/svg/Cloud.svg?raw'
import Buildings3 from '@navikt/aksel-icons/svg/Buildings3.svg?raw'
import KeyVertical from '@navikt/aksel-icons/svg/KeyVertical.svg?raw'
import Layers from '@navikt/aksel-icons/svg/Layers.svg?raw'
import Paperclip from '@navikt/aksel-icons/svg/Paperclip.svg?raw'
import Calendar from '@navikt/aksel-icons/svg/Calendar.svg?raw'
import PadlockLocked from '@navikt/aksel-icons/svg/PadlockLocked.svg?raw'
import EyeSlash from '@navikt/aksel-icons/svg/EyeSlash.svg?raw'
import ArrowsCirclepath from '@navikt/aksel-icons/svg/ArrowsCirclepath.svg?raw'

/** The portal's icons. One more is one import and one name here. */
export const icons = {
  ArrowRight,
  ArrowUndo,
  Archive,
  CheckmarkCircleFill,
  Checkmark,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  CircleBroken,
  Clock,
  ClockFill,
  Chat2,
  Download,
  ExclamationmarkTriangleFill,
  ExternalLink,
  File,
  Hourglass,
  House,
  InformationSquare,
  Leave,
  MagnifyingGlass,
  MenuHamburger,
  Paperplane,
  PencilWriting,
  PersonCheckmark,
  PersonGroup,
  PersonPlus,
  Plus,
  QuestionmarkCircle,
  SealCheckmark,
  SealCheckmarkFill,
  Tasklist,
  Trash,
  Upload,
  CloudSlash,
  XMark,
  XMarkOctagon,
  XMarkOctagonFill,
  ArrowUp,
  Broadcast,
  CheckmarkCircle,
  ChevronUp,
  Cloud,
  Buildings3,
  KeyVertical,
  Layers,
  Paperclip,
  Calendar,
  PadlockLocked,
  EyeSlash,
  ArrowsCirclepath,
  ArrowsUpDown,
} as const

export type IconName = keyof typeof icons
