CREATE TABLE "taken_along" (
	"sprint_id" text NOT NULL,
	"exhibit_id" text NOT NULL,
	"by_name" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "taken_along_sprint_id_exhibit_id_pk" PRIMARY KEY("sprint_id","exhibit_id")
);
--> statement-breakpoint
ALTER TABLE "taken_along" ADD CONSTRAINT "taken_along_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;