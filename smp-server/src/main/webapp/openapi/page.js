// Shows openapi.json; validatorUrl is null, so that nothing is sent to another server.
SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null
});
