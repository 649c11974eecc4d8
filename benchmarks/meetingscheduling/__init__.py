"""The field's benchmark: meetings with required and preferred attendees, rooms and time grains, planned by
`scheduler.plan`."""
