-- CreateEnum
CREATE TYPE "TrainingPart" AS ENUM ('PART_1', 'PART_2', 'PART_3');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('LEADER', 'MENTOR', 'SUPERVISOR');

-- CreateEnum
CREATE TYPE "PlanVersionStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED');

-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('SELF_REGISTERED', 'SIGNED', 'COURSE', 'E_LEARNING', 'RECURRING');

-- CreateEnum
CREATE TYPE "ActivityOrigin" AS ENUM ('PORTAL_DEFAULT', 'DIRECTORATE', 'ENTERPRISE');

-- CreateEnum
CREATE TYPE "AssignedPlanStatus" AS ENUM ('ACTIVE', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "PlanArchiveReason" AS ENUM ('BY_LEADER');

-- CreateEnum
CREATE TYPE "PlanHistoryCommand" AS ENUM ('ASSIGN', 'ARCHIVE', 'RESTORE', 'DELETE', 'DELETE_BEGUN');

-- CreateEnum
CREATE TYPE "GoalStatus" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'WAITING', 'REJECTED', 'APPROVED');

-- CreateEnum
CREATE TYPE "ApproverRole" AS ENUM ('LEADER', 'DEPUTY', 'DELEGATE');

-- CreateEnum
CREATE TYPE "GoalOutcome" AS ENUM ('APPROVED', 'REJECTED');

-- CreateEnum
CREATE TYPE "ApprovalSource" AS ENUM ('LEADER', 'DEPUTY', 'DELEGATE', 'DIRECTORATE');

-- CreateEnum
CREATE TYPE "GoalCommand" AS ENUM ('COMPLETE', 'REOPEN', 'SEND_FOR_APPROVAL', 'RECALL', 'APPROVE', 'REJECT', 'REVOKE_APPROVAL', 'COMMENT', 'ATTACH');

-- CreateEnum
CREATE TYPE "ActivityStatus" AS ENUM ('NOT_STARTED', 'REGISTERED', 'WAITING', 'REJECTED', 'SIGNED', 'FULFILLED');

-- CreateEnum
CREATE TYPE "SignerRole" AS ENUM ('SUPERVISOR', 'MENTOR', 'LEADER');

-- CreateEnum
CREATE TYPE "ActivityCommand" AS ENUM ('REGISTER', 'SEND_FOR_SIGNING', 'RECALL', 'SIGN', 'REJECT', 'WITHDRAW_SIGNATURE', 'MARK_FULFILLED', 'START_E_LEARNING', 'COMMENT', 'ATTACH');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('GOAL', 'ACTIVITY');

-- CreateEnum
CREATE TYPE "RecordOutcome" AS ENUM ('SIGNED', 'APPROVED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "FileScanStatus" AS ENUM ('PENDING', 'CLEAN', 'INFECTED', 'WRONG_TYPE');

-- CreateEnum
CREATE TYPE "QueueKind" AS ENUM ('SIGNING', 'APPROVAL');

-- CreateEnum
CREATE TYPE "QueueTab" AS ENUM ('WAITING', 'REJECTED', 'DONE');

-- CreateTable
CREATE TABLE "directory_person" (
    "id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "unit_id" UUID,
    "unit_name" TEXT,
    "enterprise_id" UUID,
    "enterprise_name" TEXT,
    "region_code" TEXT,
    "is_trainee" BOOLEAN NOT NULL DEFAULT false,
    "track_code" TEXT,
    "track_name" TEXT,
    "part" "TrainingPart",
    "position" TEXT,
    "training_started_on" DATE,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "directory_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation" (
    "id" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "trainee_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deputyship" (
    "id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "deputyship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_template" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "plan_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "status" "PlanVersionStatus" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "transition_until" DATE,
    "version" INTEGER NOT NULL,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal_definition" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "category" TEXT NOT NULL,

    CONSTRAINT "goal_definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_definition" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "origin" "ActivityOrigin" NOT NULL,
    "valid_months" INTEGER,
    "launch_url" TEXT,
    "retired" BOOLEAN NOT NULL,

    CONSTRAINT "activity_definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_version_goal" (
    "plan_version_id" UUID NOT NULL,
    "goal_definition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "plan_version_goal_pkey" PRIMARY KEY ("plan_version_id","goal_definition_id")
);

-- CreateTable
CREATE TABLE "plan_version_activity" (
    "plan_version_id" UUID NOT NULL,
    "activity_definition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "plan_version_activity_pkey" PRIMARY KEY ("plan_version_id","activity_definition_id")
);

-- CreateTable
CREATE TABLE "activity_definition_goal" (
    "activity_definition_id" UUID NOT NULL,
    "goal_definition_id" UUID NOT NULL,

    CONSTRAINT "activity_definition_goal_pkey" PRIMARY KEY ("activity_definition_id","goal_definition_id")
);

-- CreateTable
CREATE TABLE "track" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "assigns_plans_automatically" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "track_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "track_plan" (
    "track_code" TEXT NOT NULL,
    "plan_template_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "track_plan_pkey" PRIMARY KEY ("track_code","plan_template_id")
);

-- CreateTable
CREATE TABLE "assigned_plan" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "plan_template_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "status" "AssignedPlanStatus" NOT NULL DEFAULT 'ACTIVE',
    "archive_reason" "PlanArchiveReason",
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assigned_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_history" (
    "id" UUID NOT NULL,
    "assigned_plan_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "plan_template_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "command" "PlanHistoryCommand" NOT NULL,
    "by_id" UUID NOT NULL,
    "on_behalf_of_id" UUID,
    "reason" TEXT,
    "content" JSONB,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "plan_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "learning_goal" (
    "id" UUID NOT NULL,
    "assigned_plan_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "definition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "status" "GoalStatus" NOT NULL DEFAULT 'NOT_STARTED',
    "completed_on" DATE,
    "completion_comment" TEXT,
    "approver_id" UUID,
    "approver_role" "ApproverRole",
    "sent_at" TIMESTAMPTZ(3),
    "outcome" "GoalOutcome",
    "decided_by_id" UUID,
    "decided_on_behalf_of_id" UUID,
    "decision_source" "ApprovalSource",
    "decided_at" TIMESTAMPTZ(3),
    "decision_comment" TEXT,
    "decision_digest" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "learning_goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal_history" (
    "id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "command" "GoalCommand" NOT NULL,
    "status" "GoalStatus" NOT NULL,
    "by_id" UUID NOT NULL,
    "on_behalf_of_id" UUID,
    "comment" TEXT,
    "digest" TEXT,

    CONSTRAINT "goal_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "delegate_id" UUID NOT NULL,
    "guideline" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "learning_activity" (
    "id" UUID NOT NULL,
    "assigned_plan_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "definition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "status" "ActivityStatus" NOT NULL DEFAULT 'NOT_STARTED',
    "performed_on" DATE,
    "comment" TEXT,
    "signer_id" UUID,
    "signer_role" "SignerRole",
    "sent_at" TIMESTAMPTZ(3),
    "rejected_by_id" UUID,
    "rejected_at" TIMESTAMPTZ(3),
    "rejection_comment" TEXT,
    "signed_by_id" UUID,
    "signed_on_behalf_of_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "signature_comment" TEXT,
    "signature_digest" TEXT,
    "fulfilled_by_id" UUID,
    "fulfilled_at" TIMESTAMPTZ(3),
    "fulfilment_comment" TEXT,
    "valid_until" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "learning_activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_goal" (
    "activity_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,

    CONSTRAINT "activity_goal_pkey" PRIMARY KEY ("activity_id","goal_id")
);

-- CreateTable
CREATE TABLE "activity_history" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "command" "ActivityCommand" NOT NULL,
    "status" "ActivityStatus" NOT NULL,
    "by_id" UUID NOT NULL,
    "on_behalf_of_id" UUID,
    "comment" TEXT,
    "digest" TEXT,

    CONSTRAINT "activity_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_record" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "subject_kind" "SubjectKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "outcome" "RecordOutcome" NOT NULL,
    "by_id" UUID NOT NULL,
    "on_behalf_of_id" UUID,
    "role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "comment" TEXT,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "decision_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "goal_id" UUID,
    "activity_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "goal_id" UUID,
    "activity_id" UUID,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "scan" "FileScanStatus" NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "attached_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_event" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "kind" "QueueKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "before_person_id" UUID,
    "before_tab" "QueueTab",
    "after_person_id" UUID,
    "after_tab" "QueueTab",
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "queue_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "directory_person_unit_id_idx" ON "directory_person"("unit_id");

-- CreateIndex
CREATE INDEX "directory_person_enterprise_id_idx" ON "directory_person"("enterprise_id");

-- CreateIndex
CREATE INDEX "directory_person_region_code_idx" ON "directory_person"("region_code");

-- CreateIndex
CREATE INDEX "relation_trainee_id_kind_idx" ON "relation"("trainee_id", "kind");

-- CreateIndex
CREATE INDEX "relation_person_id_kind_idx" ON "relation"("person_id", "kind");

-- CreateIndex
CREATE INDEX "deputyship_leader_id_idx" ON "deputyship"("leader_id");

-- CreateIndex
CREATE INDEX "deputyship_deputy_id_idx" ON "deputyship"("deputy_id");

-- CreateIndex
CREATE INDEX "plan_version_template_id_status_valid_from_idx" ON "plan_version"("template_id", "status", "valid_from");

-- CreateIndex
CREATE INDEX "assigned_plan_trainee_id_status_idx" ON "assigned_plan"("trainee_id", "status");

-- CreateIndex
CREATE INDEX "plan_history_assigned_plan_id_at_idx" ON "plan_history"("assigned_plan_id", "at");

-- CreateIndex
CREATE INDEX "learning_goal_approver_id_status_sent_at_idx" ON "learning_goal"("approver_id", "status", "sent_at");

-- CreateIndex
CREATE INDEX "learning_goal_trainee_id_status_sent_at_idx" ON "learning_goal"("trainee_id", "status", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "learning_goal_assigned_plan_id_definition_id_key" ON "learning_goal"("assigned_plan_id", "definition_id");

-- CreateIndex
CREATE INDEX "goal_history_goal_id_at_idx" ON "goal_history"("goal_id", "at");

-- CreateIndex
CREATE INDEX "delegation_leader_id_idx" ON "delegation"("leader_id");

-- CreateIndex
CREATE INDEX "delegation_delegate_id_idx" ON "delegation"("delegate_id");

-- CreateIndex
CREATE INDEX "learning_activity_signer_id_status_sent_at_idx" ON "learning_activity"("signer_id", "status", "sent_at");

-- CreateIndex
CREATE INDEX "learning_activity_trainee_id_status_sent_at_idx" ON "learning_activity"("trainee_id", "status", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "learning_activity_assigned_plan_id_definition_id_key" ON "learning_activity"("assigned_plan_id", "definition_id");

-- CreateIndex
CREATE INDEX "activity_goal_goal_id_idx" ON "activity_goal"("goal_id");

-- CreateIndex
CREATE INDEX "activity_history_activity_id_at_idx" ON "activity_history"("activity_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "decision_record_sequence_key" ON "decision_record"("sequence");

-- CreateIndex
CREATE INDEX "decision_record_subject_id_idx" ON "decision_record"("subject_id");

-- CreateIndex
CREATE INDEX "comment_goal_id_at_idx" ON "comment"("goal_id", "at");

-- CreateIndex
CREATE INDEX "comment_activity_id_at_idx" ON "comment"("activity_id", "at");

-- CreateIndex
CREATE INDEX "attachment_goal_id_idx" ON "attachment"("goal_id");

-- CreateIndex
CREATE INDEX "attachment_activity_id_idx" ON "attachment"("activity_id");

-- CreateIndex
CREATE INDEX "attachment_uploaded_by_id_idx" ON "attachment"("uploaded_by_id");

-- CreateIndex
CREATE INDEX "queue_event_xid_id_idx" ON "queue_event"("xid", "id");

-- CreateIndex
CREATE INDEX "queue_event_at_idx" ON "queue_event"("at");

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "plan_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version_goal" ADD CONSTRAINT "plan_version_goal_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version_goal" ADD CONSTRAINT "plan_version_goal_goal_definition_id_fkey" FOREIGN KEY ("goal_definition_id") REFERENCES "goal_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version_activity" ADD CONSTRAINT "plan_version_activity_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version_activity" ADD CONSTRAINT "plan_version_activity_activity_definition_id_fkey" FOREIGN KEY ("activity_definition_id") REFERENCES "activity_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_definition_goal" ADD CONSTRAINT "activity_definition_goal_activity_definition_id_fkey" FOREIGN KEY ("activity_definition_id") REFERENCES "activity_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_definition_goal" ADD CONSTRAINT "activity_definition_goal_goal_definition_id_fkey" FOREIGN KEY ("goal_definition_id") REFERENCES "goal_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track_plan" ADD CONSTRAINT "track_plan_track_code_fkey" FOREIGN KEY ("track_code") REFERENCES "track"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track_plan" ADD CONSTRAINT "track_plan_plan_template_id_fkey" FOREIGN KEY ("plan_template_id") REFERENCES "plan_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned_plan" ADD CONSTRAINT "assigned_plan_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned_plan" ADD CONSTRAINT "assigned_plan_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned_plan" ADD CONSTRAINT "assigned_plan_plan_template_id_fkey" FOREIGN KEY ("plan_template_id") REFERENCES "plan_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned_plan" ADD CONSTRAINT "assigned_plan_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_goal" ADD CONSTRAINT "learning_goal_assigned_plan_id_fkey" FOREIGN KEY ("assigned_plan_id") REFERENCES "assigned_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_goal" ADD CONSTRAINT "learning_goal_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_goal" ADD CONSTRAINT "learning_goal_definition_id_fkey" FOREIGN KEY ("definition_id") REFERENCES "goal_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_goal" ADD CONSTRAINT "learning_goal_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_goal" ADD CONSTRAINT "learning_goal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_goal" ADD CONSTRAINT "learning_goal_decided_on_behalf_of_id_fkey" FOREIGN KEY ("decided_on_behalf_of_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_history" ADD CONSTRAINT "goal_history_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "learning_goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_history" ADD CONSTRAINT "goal_history_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_history" ADD CONSTRAINT "goal_history_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_activity" ADD CONSTRAINT "learning_activity_assigned_plan_id_fkey" FOREIGN KEY ("assigned_plan_id") REFERENCES "assigned_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_activity" ADD CONSTRAINT "learning_activity_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_activity" ADD CONSTRAINT "learning_activity_definition_id_fkey" FOREIGN KEY ("definition_id") REFERENCES "activity_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_activity" ADD CONSTRAINT "learning_activity_signer_id_fkey" FOREIGN KEY ("signer_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_activity" ADD CONSTRAINT "learning_activity_rejected_by_id_fkey" FOREIGN KEY ("rejected_by_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_activity" ADD CONSTRAINT "learning_activity_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_activity" ADD CONSTRAINT "learning_activity_signed_on_behalf_of_id_fkey" FOREIGN KEY ("signed_on_behalf_of_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_activity" ADD CONSTRAINT "learning_activity_fulfilled_by_id_fkey" FOREIGN KEY ("fulfilled_by_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_goal" ADD CONSTRAINT "activity_goal_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "learning_activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_goal" ADD CONSTRAINT "activity_goal_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "learning_goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_history" ADD CONSTRAINT "activity_history_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "learning_activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_history" ADD CONSTRAINT "activity_history_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_history" ADD CONSTRAINT "activity_history_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "learning_goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "learning_activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "learning_goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "learning_activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- By hand from here: what Prisma's schema cannot say.

-- One active plan of a template per trainee.
CREATE UNIQUE INDEX "assigned_plan_one_active" ON "assigned_plan"("trainee_id", "plan_template_id") WHERE "status" = 'ACTIVE';

ALTER TABLE "assigned_plan" ADD CONSTRAINT "assigned_plan_archive_reason"
  CHECK (("status" = 'ARCHIVED') = ("archive_reason" IS NOT NULL));

-- A status has its columns and no others.
ALTER TABLE "learning_goal"
  ADD CONSTRAINT "goal_completion" CHECK (
    ("status" NOT IN ('NOT_STARTED', 'IN_PROGRESS') OR num_nonnulls("completed_on", "completion_comment") = 0)
    AND ("status" NOT IN ('COMPLETED', 'WAITING', 'REJECTED') OR "completed_on" IS NOT NULL)),
  ADD CONSTRAINT "goal_request" CHECK (
    num_nonnulls("approver_id", "approver_role", "sent_at") IN (0, 3)
    AND ("status" NOT IN ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED') OR "approver_id" IS NULL)
    AND ("status" NOT IN ('WAITING', 'REJECTED') OR "approver_id" IS NOT NULL)),
  ADD CONSTRAINT "goal_decision" CHECK (
    CASE "status"
      WHEN 'APPROVED' THEN "outcome" = 'APPROVED'
      WHEN 'REJECTED' THEN "outcome" = 'REJECTED'
      ELSE "outcome" IS NULL
    END
    AND num_nonnulls("outcome", "decided_by_id", "decision_source", "decided_at", "decision_digest") IN (0, 5)
    AND ("outcome" IS NOT NULL OR num_nonnulls("decided_on_behalf_of_id", "decision_comment") = 0)
    AND ("outcome" IS DISTINCT FROM 'REJECTED' OR "decision_comment" IS NOT NULL));

ALTER TABLE "learning_activity"
  ADD CONSTRAINT "activity_performed" CHECK (("status" = 'NOT_STARTED') = ("performed_on" IS NULL)),
  ADD CONSTRAINT "activity_request" CHECK (
    num_nonnulls("signer_id", "signer_role", "sent_at") IN (0, 3)
    AND ("status" IN ('WAITING', 'REJECTED', 'SIGNED')) = ("signer_id" IS NOT NULL)),
  ADD CONSTRAINT "activity_rejection" CHECK (
    num_nonnulls("rejected_by_id", "rejected_at", "rejection_comment")
      = CASE "status" WHEN 'REJECTED' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "activity_signature" CHECK (
    num_nonnulls("signed_by_id", "signed_at", "signature_digest") = CASE "status" WHEN 'SIGNED' THEN 3 ELSE 0 END
    AND ("status" = 'SIGNED' OR num_nonnulls("signed_on_behalf_of_id", "signature_comment") = 0)),
  ADD CONSTRAINT "activity_fulfilment" CHECK (
    num_nonnulls("fulfilled_by_id", "fulfilled_at") = CASE "status" WHEN 'FULFILLED' THEN 2 ELSE 0 END
    AND ("status" = 'FULFILLED' OR "fulfilment_comment" IS NULL)),
  ADD CONSTRAINT "activity_validity" CHECK ("status" IN ('SIGNED', 'FULFILLED') OR "valid_until" IS NULL);

ALTER TABLE "comment" ADD CONSTRAINT "comment_subject" CHECK (num_nonnulls("goal_id", "activity_id") = 1);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_subject" CHECK (
  num_nonnulls("goal_id", "activity_id") = CASE WHEN "attached_at" IS NULL THEN 0 ELSE 1 END
  AND ("removed_at" IS NULL OR "attached_at" IS NOT NULL));

-- History and records are written once. Support's deletion of a begun plan takes the history of its goals and
-- activities along, after a copy was written to plan_history in the same transaction; records stay for ever.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME;
END $$;

CREATE FUNCTION refuse_delete_unless_plan_is_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM plan_history
             WHERE command = 'DELETE_BEGUN' AND content IS NOT NULL AND xid = pg_current_xact_id()) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "plan_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "decision_record"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "goal_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "activity_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON "goal_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_delete_unless_plan_is_deleted();
CREATE TRIGGER kept BEFORE DELETE ON "activity_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_delete_unless_plan_is_deleted();

-- Wakes the readers of live queues at the commit.
CREATE FUNCTION notify_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('progress_queue', '');
  RETURN NULL;
END $$;
CREATE TRIGGER wake AFTER INSERT ON "queue_event" FOR EACH STATEMENT EXECUTE FUNCTION notify_queue();
