CREATE TABLE "verdicts" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"board_id" text NOT NULL,
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"question" text NOT NULL,
	"verdict" text NOT NULL,
	"words" text NOT NULL,
	"yes" smallint NOT NULL,
	"partly" smallint NOT NULL,
	"no" smallint NOT NULL,
	"by_name" text NOT NULL,
	"by_member_id" text,
	"on_behalf_of" text,
	"reason" text NOT NULL,
	"laid_at" timestamp with time zone NOT NULL,
	CONSTRAINT "verdicts_from_one" CHECK ("verdicts"."version" >= 1),
	CONSTRAINT "verdicts_verdict" CHECK ("verdicts"."verdict" in ('yes', 'partly', 'no', 'unclear')),
	CONSTRAINT "verdicts_rests_on_answers" CHECK ("verdicts"."yes" + "verdicts"."partly" + "verdicts"."no" > 0)
);
--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_by_member_id_members_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "verdicts_version" ON "verdicts" USING btree ("board_id","question_id","version");