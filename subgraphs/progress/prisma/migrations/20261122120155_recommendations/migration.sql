-- CreateTable
CREATE TABLE "recommendation" (
    "conversation_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "recommended" BOOLEAN NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("goal_id","conversation_id")
);

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "learning_goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
