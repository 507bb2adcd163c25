// The page of the API: shows openapi.json beside it. Nothing is sent anywhere but to this server.
SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null
});
