CREATE TABLE "signed_beloften" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"board_id" text NOT NULL,
	"belofte_id" text NOT NULL,
	"version" integer NOT NULL,
	"frozen" jsonb NOT NULL,
	"by_name" text NOT NULL,
	"by_member_id" text,
	"on_behalf_of" text,
	"reason" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signed_beloften_from_one" CHECK ("signed_beloften"."version" >= 1)
);
--> statement-breakpoint
ALTER TABLE "signed_beloften" ADD CONSTRAINT "signed_beloften_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_beloften" ADD CONSTRAINT "signed_beloften_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_beloften" ADD CONSTRAINT "signed_beloften_by_member_id_members_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "signed_beloften_version" ON "signed_beloften" USING btree ("board_id","belofte_id","version");