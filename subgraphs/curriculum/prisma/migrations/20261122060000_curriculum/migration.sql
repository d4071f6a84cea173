-- CreateEnum
CREATE TYPE "TrainingPart" AS ENUM ('PART_1', 'PART_2', 'PART_3');

-- CreateEnum
CREATE TYPE "PortalKind" AS ENUM ('DIRECTORATE', 'REGIONAL');

-- CreateEnum
CREATE TYPE "PlanVersionStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED');

-- CreateEnum
CREATE TYPE "LearningActivityKind" AS ENUM ('SELF_REGISTERED', 'SIGNED', 'COURSE', 'E_LEARNING', 'RECURRING');

-- CreateEnum
CREATE TYPE "LearningActivityOrigin" AS ENUM ('PORTAL_DEFAULT', 'DIRECTORATE', 'ENTERPRISE');

-- CreateTable
CREATE TABLE "speciality" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "speciality_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "track" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "part" "TrainingPart" NOT NULL,
    "owning_portal" "PortalKind" NOT NULL,
    "assigns_plans_automatically" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "speciality_code" TEXT,

    CONSTRAINT "track_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "track_plan" (
    "track_code" TEXT NOT NULL,
    "template_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "track_plan_pkey" PRIMARY KEY ("track_code","template_id")
);

-- CreateTable
CREATE TABLE "plan_template" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

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
    "replaces_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_version_goal" (
    "plan_version_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "plan_version_goal_pkey" PRIMARY KEY ("plan_version_id","goal_id")
);

-- CreateTable
CREATE TABLE "goal_definition" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "knowledge_level" INTEGER,
    "skill_level" INTEGER,
    "category_no" TEXT,
    "category" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "part" "TrainingPart" NOT NULL,
    "position" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "transition_until" DATE,

    CONSTRAINT "goal_definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_definition" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "LearningActivityKind" NOT NULL,
    "origin" "LearningActivityOrigin" NOT NULL,
    "description" TEXT,
    "arena" TEXT,
    "course_hours" INTEGER,
    "valid_months" INTEGER,
    "launch_url" TEXT,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "successor_of" UUID,

    CONSTRAINT "activity_definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_goal" (
    "activity_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,

    CONSTRAINT "activity_goal_pkey" PRIMARY KEY ("activity_id","goal_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_template_code_key" ON "plan_template"("code");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_replaces_id_key" ON "plan_version"("replaces_id");

-- CreateIndex
CREATE INDEX "plan_version_template_id_valid_from_idx" ON "plan_version"("template_id", "valid_from");

-- CreateIndex
CREATE INDEX "plan_version_goal_goal_id_idx" ON "plan_version_goal"("goal_id");

-- CreateIndex
CREATE UNIQUE INDEX "goal_definition_code_key" ON "goal_definition"("code");

-- CreateIndex
CREATE UNIQUE INDEX "goal_definition_position_key" ON "goal_definition"("position");

-- CreateIndex
CREATE UNIQUE INDEX "activity_definition_successor_of_key" ON "activity_definition"("successor_of");

-- CreateIndex
CREATE INDEX "activity_goal_goal_id_idx" ON "activity_goal"("goal_id");

-- AddForeignKey
ALTER TABLE "track" ADD CONSTRAINT "track_speciality_code_fkey" FOREIGN KEY ("speciality_code") REFERENCES "speciality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track_plan" ADD CONSTRAINT "track_plan_track_code_fkey" FOREIGN KEY ("track_code") REFERENCES "track"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track_plan" ADD CONSTRAINT "track_plan_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "plan_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "plan_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "plan_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version_goal" ADD CONSTRAINT "plan_version_goal_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version_goal" ADD CONSTRAINT "plan_version_goal_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goal_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_goal" ADD CONSTRAINT "activity_goal_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_goal" ADD CONSTRAINT "activity_goal_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goal_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What the types alone do not say.
ALTER TABLE "goal_definition"
  ADD CONSTRAINT goal_levels CHECK (knowledge_level BETWEEN 1 AND 3 AND skill_level BETWEEN 1 AND 3),
  ADD CONSTRAINT goal_period CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE "plan_version"
  ADD CONSTRAINT plan_version_period CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CONSTRAINT plan_version_transition CHECK (transition_until IS NULL OR valid_to IS NOT NULL);
ALTER TABLE "activity_definition"
  ADD CONSTRAINT activity_validity CHECK (valid_months > 0),
  ADD CONSTRAINT activity_hours CHECK (course_hours > 0),
  ADD CONSTRAINT activity_recurs CHECK (kind <> 'RECURRING' OR valid_months IS NOT NULL);

-- Full-text search with Norwegian stems; the text configuration is named, or the index could not be used.
CREATE INDEX goal_definition_search ON "goal_definition"
  USING gin (to_tsvector('norwegian'::regconfig, code || ' ' || category || ' ' || wording));
