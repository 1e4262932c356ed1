{{- /* What the schema cannot say, or says in words that help nobody. All faults at once: which value, what is wrong, what to write. */ -}}
{{- define "evenkeel.checks" -}}
{{- $faults := concat
  (include "evenkeel.checks.names" . | fromYamlArray)
  (include "evenkeel.checks.image" . | fromYamlArray)
  (include "evenkeel.checks.secrets" . | fromYamlArray)
  (include "evenkeel.checks.database" . | fromYamlArray)
  (include "evenkeel.checks.routes" . | fromYamlArray)
  (include "evenkeel.checks.pods" . | fromYamlArray) -}}
{{- with $faults }}{{ fail (printf "\n\nThese values do not work:\n- %s\n" (join "\n- " .)) }}{{ end -}}
{{- end }}

{{- /* dict "name of the value" "what it is": Kubernetes says the same, but long after. */ -}}
{{- define "evenkeel.checks.names" -}}
{{- range $value, $name := dict
  "secret.name" .Values.secret.name
  "migration.secret" .Values.migration.secret
  "postgres.botSecret" .Values.postgres.botSecret
  "postgres.operatorNamespace" .Values.postgres.operatorNamespace
  "postgres.storage.storageClass" .Values.postgres.storage.storageClass
  "ingress.className" .Values.ingress.className
  "ingress.tlsSecret" .Values.ingress.tlsSecret
  "exportClaim" .Values.exportClaim
  "serviceAccount.name" .Values.serviceAccount.name
  "nameOverride" .Values.nameOverride
  "fullnameOverride" .Values.fullnameOverride }}
{{- if not (regexMatch "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$" $name) }}
- {{ printf "%s is %q, which Kubernetes takes for no name. Write lower-case letters, digits, - and dots." $value $name | quote }}
{{- end }}
{{- end }}
{{- if not .Values.secret.name }}
- "secret.name is empty. Make a secret that holds the bot's tokens and passwords, and name it here."
{{- end }}
{{- range $variable, $key := merge (dict) .Values.secret.keys .Values.secret.more .Values.migration.keys }}
{{- if not (regexMatch "^[-._a-zA-Z0-9]*$" $key) }}
- {{ printf "The key for %s cannot be the key of a secret. Write its name, such as %s: not what it holds." $variable $variable | quote }}
{{- end }}
{{- end }}
{{- if not (regexMatch "^[0-9]+(Mi|Gi|Ti|M|G|T)$" .Values.postgres.storage.size) }}
- {{ printf "postgres.storage.size is %q. Write a number and Mi, Gi or Ti, such as 20Gi." .Values.postgres.storage.size | quote }}
{{- end }}
{{- if and .Values.verify.enabled (not (regexMatch "^(@(hourly|daily|weekly|monthly)|[^ ]+( [^ ]+){4})$" .Values.verify.schedule)) }}
- {{ printf "verify.schedule is %q. Write five fields as cron has them, such as \"17 3 * * *\" for each night." .Values.verify.schedule | quote }}
{{- end }}
{{- if not (regexMatch "^[0-9]+[smh]$" .Values.monitoring.interval) }}
- {{ printf "monitoring.interval is %q. Write a number and s or m, such as 30s." .Values.monitoring.interval | quote }}
{{- end }}
{{- range concat .Values.networkPolicy.notByHttps .Values.networkPolicy.notByHttps6 }}
{{- if not (regexMatch "^[0-9a-fA-F.:]+/[0-9]+$" .) }}
- {{ printf "networkPolicy.notByHttps has %q, which is no range of addresses. Write one such as 10.0.0.0/8." . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "evenkeel.checks.image" -}}
{{- if not .Values.image.repository }}
- "image.repository is empty. Write where your image is, without its tag, such as registry.example.org/evenkeel."
{{- end }}
{{- if regexMatch ":[^/]*$" .Values.image.repository }}
- {{ printf "image.repository is %q and holds a tag or digest. Write those under image.tag or image.digest." .Values.image.repository | quote }}
{{- end }}
{{- with .Values.image.digest }}{{ if not (regexMatch "^sha256:[0-9a-f]{64}$" .) }}
- {{ printf "image.digest is %q. Write sha256: and 64 hexadecimal digits, or leave it empty to use image.tag." . | quote }}
{{- end }}{{ end }}
{{- end }}

{{- define "evenkeel.checks.secrets" -}}
{{- $keys := .Values.secret.keys }}
{{- if and $keys.SLACK_APP_TOKEN (not .Values.slack.socketMode) }}
- "secret.keys.SLACK_APP_TOKEN is set, but slack.socketMode is false. Set slack.socketMode: true, or leave the key empty."
{{- end }}
{{- if not (or $keys.SLACK_SIGNING_SECRET .Values.slack.socketMode) }}
- "secret.keys.SLACK_SIGNING_SECRET is empty, and without it anybody could send commands. Name the key that holds it, or set slack.socketMode: true."
{{- end }}
{{- if not $keys.SLACK_BOT_TOKEN }}
- "secret.keys.SLACK_BOT_TOKEN is empty, and the bot cannot speak without it. Name the key that holds it."
{{- end }}
{{- if ne (empty $keys.SLACK_CLIENT_ID) (empty $keys.SLACK_CLIENT_SECRET) }}
- "secret.keys has one of SLACK_CLIENT_ID and SLACK_CLIENT_SECRET. Name both, or neither to have no sign-in."
{{- else if and $keys.SLACK_CLIENT_ID (not (include "evenkeel.baseUrl" .)) }}
- "secret.keys.SLACK_CLIENT_ID is set, but Slack would not know where to send people back to. Set baseUrl, or ingress.host or gateway.host."
{{- end }}
{{- if and $keys.SLACK_CLIENT_ID (regexMatch "^https?://[^/]+/." .Values.baseUrl) }}
- {{ printf "baseUrl is %q, and signing in needs a host of its own. Write it without a path." .Values.baseUrl | quote }}
{{- end }}
{{- range $name, $value := .Values.env }}
{{- if regexMatch "(TOKEN|SECRET|PASSWORD|_BASIC|_KEY|_HEADERS)(_PREVIOUS)?$" $name }}
- {{ printf "env.%s looks like a secret, which everybody who reads the Deployment would see. Put it into the secret and write its key under secret.keys or secret.more." $name | quote }}
{{- else if has $name (list "PORT" "MANAGEMENT_PORT" "BASE_URL" "LOG_FORMAT" "TRUSTED_PROXIES" "DATABASE_URL" "DATABASE_USER" "DATABASE_POOL_SIZE" "SLACK_API_URL" "EVENKEEL_CONFIG" "TEMPLATES_DIR" "EXPORT_DIR") }}
- {{ printf "env.%s is set by the chart already. Use the value for it: values.yaml says which." $name | quote }}
{{- else if not (regexMatch "^[A-Z][A-Z0-9_]*$" $name) }}
- {{ printf "env.%s is no name of a variable. Write capitals, digits and _." $name | quote }}
{{- end }}
{{- end }}
{{- range $name, $key := .Values.secret.more }}
{{- if hasKey $keys $name }}
- {{ printf "secret.more.%s has a place of its own. Write it as secret.keys.%s." $name $name | quote }}
{{- else if not (regexMatch "^[A-Z][A-Z0-9_]*$" $name) }}
- {{ printf "secret.more.%s is no name of a variable. Write VARIABLE: key, with the variable in capitals." $name | quote }}
{{- end }}
{{- end }}
{{- if regexMatch "xox[a-z]-[0-9A-Za-z]|xapp-[0-9]|postgres(ql)?://[^@/ ]+:[^@/ ]+@" (toYaml .Values.config) }}
- "config holds what looks like a token or a password. A config map is no place for it: put it into the secret, and name the variable here."
{{- end }}
{{- range $path, $text := .Values.templates }}
{{- if not (regexMatch "^(messages|postmortem)/[A-Za-z0-9._-]+[.]md$" $path) }}
- {{ printf "templates has a file %q that nobody reads. Write messages/NAME.md or postmortem/NAME.md." $path | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "evenkeel.checks.database" -}}
{{- $postgres := .Values.postgres }}
{{- $url := .Values.database.url }}
{{- if and $url $postgres.enabled }}
- "database.url and postgres.enabled are both set: which database is it? Leave database.url empty, or set postgres.enabled: false."
{{- end }}
{{- if and $url (not (regexMatch "^(jdbc:postgresql|postgres|postgresql)://[^/?#@ ]+/[^/?#@ ]+([?][^# ]*)?$" $url)) }}
{{- if contains "@" $url }}
- "database.url holds a user or password, which everybody could read. Leave it empty and put the address into the secret as DATABASE_URL."
{{- else }}
- {{ printf "database.url is %q, no address of a Postgres database. Write jdbc:postgresql://host:5432/name." $url | quote }}
{{- end }}
{{- end }}
{{- if not (or $url $postgres.enabled .Values.secret.keys.DATABASE_URL) }}
- "There is no database. Name the secret's key under secret.keys.DATABASE_URL, or set database.url or postgres.enabled."
{{- end }}
{{- if ne (empty .Values.migration.keys.DATABASE_OWNER_USER) (empty .Values.migration.keys.DATABASE_OWNER_PASSWORD) }}
- "migration.keys has one of DATABASE_OWNER_USER and DATABASE_OWNER_PASSWORD. Name both, or neither to migrate as the bot's role."
{{- end }}
{{- if and $postgres.enabled (ge (int $postgres.synchronous.number) (int $postgres.instances)) }}
- {{ printf "postgres.synchronous.number is %d, but of %d instances at most %d are standbys: nothing could ever be written. Raise postgres.instances, or lower the number." (int $postgres.synchronous.number) (int $postgres.instances) (sub $postgres.instances 1) | quote }}
{{- end }}
{{- $each := add .Values.database.poolSize 8 }}
{{- $all := mul $each (add .Values.replicas 1) }}
{{- $may := $postgres.parameters.max_connections | default "100" | int }}
{{- if and $postgres.enabled (gt (add $all 10) $may) }}
- {{ printf "database.poolSize is %d: with 8 more for each replica, and one replica more during an upgrade, that is %d connections, and Postgres has %d. Write postgres.parameters.max_connections: \"%d\", or a smaller pool." (int .Values.database.poolSize) $all $may (add $all 20) | quote }}
{{- end }}
{{- if and $postgres.enabled (not $postgres.botSecret) }}
- "postgres.botSecret is empty. Make a secret of type kubernetes.io/basic-auth with username evenkeel_bot and a password, and name it here."
{{- end }}
{{- end }}

{{- define "evenkeel.checks.routes" -}}
{{- $host := "^([a-z0-9]([a-z0-9-]*[a-z0-9])?[.])*[a-z0-9]([a-z0-9-]*[a-z0-9])?$" }}
{{- with .Values.baseUrl }}{{ if not (regexMatch "^https?://[^/ ?#]+[^ ?#]*$" .) }}
- {{ printf "baseUrl is %q, which no browser could open. Write https:// and the host, such as https://evenkeel.example.org." . | quote }}
{{- end }}{{ end }}
{{- with .Values.slack.apiUrl }}{{ if not (regexMatch "^(https://|http://(localhost|127[.]0[.]0[.]1)[:/])" .) }}
- {{ printf "slack.apiUrl is %q, and would show the token to the network. Write https://, or leave it empty for Slack's own." . | quote }}
{{- end }}{{ end }}
{{- range $name := list "ingress" "gateway" }}
{{- $route := get $.Values $name }}
{{- if $route.enabled }}
{{- if not (regexMatch $host $route.host) }}
- {{ printf "%s.host is %q. Write the host alone, in lower case, such as evenkeel.example.org." $name $route.host | quote }}
{{- else if and $.Values.baseUrl (not (regexMatch (printf "^https?://%s([:/]|$)" (regexQuoteMeta $route.host)) $.Values.baseUrl)) }}
- {{ printf "baseUrl is %q, but %s.host is %q: links would lead elsewhere. Leave baseUrl empty, or let it name that host." $.Values.baseUrl $name $route.host | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.gateway.enabled (empty .Values.gateway.parentRefs) }}
- "gateway.parentRefs is empty: no gateway would take up the route. Write [{name: your-gateway, namespace: its-namespace}]."
{{- end }}
{{- end }}

{{- define "evenkeel.checks.pods" -}}
{{- $replicas := int .Values.replicas }}
{{- $away := int .Values.podDisruptionBudget.maxUnavailable }}
{{- if and .Values.podDisruptionBudget.enabled (gt $replicas 1) (ge $away $replicas) }}
- {{ printf "podDisruptionBudget.maxUnavailable is %d of %d replicas: all could be away at once. Write %d or less." $away $replicas (sub $replicas 1) | quote }}
{{- end }}
{{- $needed := add .Values.termination.waitSeconds 25 }}
{{- if lt (int .Values.termination.graceSeconds) (int $needed) }}
- {{ printf "termination.graceSeconds is %d, and the bot would be killed while it drains. Write at least %d: waitSeconds and 25." (int .Values.termination.graceSeconds) $needed | quote }}
{{- end }}
{{- end }}
