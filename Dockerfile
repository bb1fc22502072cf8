# The web app and the ingest commands. The graph is another container, see docker-compose.yml.
FROM python:3.13-slim-bookworm

RUN useradd --create-home --uid 10001 casus
WORKDIR /home/casus/app

COPY requirements.txt LICENSE ./
RUN pip install --no-cache-dir --only-binary :all: -r requirements.txt

COPY graph graph
COPY ingest ingest
COPY web web
COPY seeds seeds
RUN python -m compileall -q graph ingest web \
    && mkdir /home/casus/data && chown casus:casus /home/casus/data

USER casus
ENV HOST=0.0.0.0 PORT=8000 CASUS_DATA=/home/casus/data PYTHONUNBUFFERED=1
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
    CMD ["python", "-c", "import json, urllib.request as u; raise SystemExit(not json.load(u.urlopen('http://127.0.0.1:8000/health'))['answers'])"]
CMD ["python", "-m", "web", "--seeds", "seeds"]
